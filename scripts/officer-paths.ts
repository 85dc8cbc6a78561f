/** What only an officer's device may have: his screens, what they need, and what writes documents. */
const officerPaths =
  /src\/(app\/(office\/|school-files\/|lock\/passphrase-card\.|paper\/(diagram-view|document-buttons|paper-page|use-document-file|document-worker|draw-svg|letterhead-picture|office-sheets|write-document)\.|screens\/(office-[\w-]+|school-files|campaign-letter|call-list)\/)|core\/form-sheets\/|diagrams\/|documents\/|reports\/((answers-table|board|campaign|municipal|network|picture|region|requests|versions)\/|table-words\.|form-issue-words\.)|texts\/(office|form-sheets|forms-screen|answers-table|monitoring-table|monitoring-office|region|documents|school-files|review|site-checks|paper-entry|answers-file|municipal-report|board|campaign-letter|campaign|passphrase|picture|report-editor|network-report|network-screen|systems)\.ts)|node_modules\/(docx|hucre)\//;

export const mayOnlyOfficersHave = (moduleId: string): boolean => officerPaths.test(moduleId);
