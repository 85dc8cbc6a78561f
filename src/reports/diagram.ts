/** A bar with its name on the left and `words` («76,2 %», «2 из 4») at its end; null: nothing was measured, only the words stand. */
export type DiagramBar = { name: string; value: number | null; words: string; mark?: 'blocked' | 'mean' | 'good' };

/** Figures between `from` and `to` in every column; null leaves a gap in the line. */
export type DiagramLines = {
  kind: 'lines';
  title: string;
  alt: string;
  columns: string[];
  series: { name: string; values: (number | null)[] }[];
  mean: (number | null)[];
  lowest: (number | null)[];
  highest: (number | null)[];
  from: number;
  to: number;
  target?: number;
};

/** The figures of a diagram: data alone, drawn by `drawDiagram`. `alt` says in words what it shows. */
export type Diagram =
  | {
      kind: 'bars';
      title: string;
      alt: string;
      unit?: '%';
      /** what the longest bar could be */
      max: number;
      rows: DiagramBar[];
      mean?: { name: string; value: number; words: string };
      target?: number;
    }
  | DiagramLines
  /** how many of `of` had delivered by each day (YYYY-MM-DD, oldest first), and the last day they could */
  | { kind: 'steps'; title: string; alt: string; days: { day: string; count: number }[]; of: number; due?: string }
  /** parts of each row, as numbers of any unit; `shade` 0 is the lightest, 3 the darkest; the same words have the same shade */
  | {
      kind: 'stacked';
      title: string;
      alt: string;
      rows: { name: string; parts: { words: string; value: number; shade: 0 | 1 | 2 | 3 }[] }[];
    };
