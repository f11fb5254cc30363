interface PortKind {
  readonly variable: string;
  readonly usual: number;
  readonly isOpen: boolean;
}
export const NODE_RED_PORT: PortKind;
export const HTTPS_PORT: PortKind;
/** @param wanted what the environment says */
export function choosePort(
  wanted: string | undefined,
  kind?: PortKind,
): Promise<{ readonly port: number; readonly note?: string } | { readonly fault: string }>;
