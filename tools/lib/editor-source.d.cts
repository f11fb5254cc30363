/** The names of the files that a dialog includes, in their order. */
export function includesIn(html: string): string[];
/** A node's .html with the editor code that the dialogs share in the place of its markers. @param file path of an .html in nodes/ */
export function editorSource(file: string): string;
