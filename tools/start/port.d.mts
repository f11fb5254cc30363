/** @param wanted the environment's PORT */
export function choosePort(
  wanted: string | undefined,
): Promise<{ readonly port: number; readonly note?: string } | { readonly fault: string }>;
