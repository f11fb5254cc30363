/**
 * Variables for every process that ONNX Runtime runs in. From 1.29 on, Microsoft's builds report on each process, model and
 * run to Microsoft, and keep a device id and a database of what is to be sent in the user's home, unless the first of these
 * is set before the library is loaded (its successors call it by the second name). Nothing may leave a classroom that
 * nobody has asked for.
 */
export const NO_TELEMETRY = { ORT_DISABLE_TELEMETRY: '1', ORT_TELEMETRY_DISABLED: '1' } as const;
