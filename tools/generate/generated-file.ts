/** A file of the checkout that a program writes. */
export interface GeneratedFile {
  /** From the top folder, with `/`. */
  readonly path: string;
  readonly text: string;
}
