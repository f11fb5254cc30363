/**
 * Variables for every process that ONNX Runtime runs in. From 1.29 on, Microsoft's builds report each process, model and run to
 * Microsoft, and keep a device id and a database of unsent reports in the user's home. The first variable, set before the
 * library is loaded, switches that off; later versions use the second name. Nothing may leave a classroom unasked.
 */
export const NO_TELEMETRY = { ORT_DISABLE_TELEMETRY: '1', ORT_TELEMETRY_DISABLED: '1' } as const;
