/** A filled bar, 0 to 100. Without `label` it is silent: the numbers stand beside it. `cuts` are drawn as thresholds. */
export function Bar(props: {
  percent: number;
  tone?: 'ok' | 'warn' | 'bad';
  label?: string;
  cuts?: number[];
  tall?: boolean;
}) {
  const width = Math.max(0, Math.min(100, props.percent));
  const className = props.tall ? 'bar tall' : 'bar';
  const inside = (
    <>
      <rect class="t" width="100" height="8" />
      <rect class={props.tone ? `v ${props.tone}` : 'v'} width={width} height="8" />
      {props.cuts?.map((cut) => (
        <path key={cut} class="cut" d={`M${cut}-2v12`} />
      ))}
    </>
  );
  return props.label ? (
    <svg class={className} viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label={props.label}>
      {inside}
    </svg>
  ) : (
    <svg class={className} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      {inside}
    </svg>
  );
}
