/** A whole processor comes with so many MiB (docs/facts.md#e1). */
const processorMegabytes = 1769;

export const lambdaShare = (memorySize: number): number => memorySize / processorMegabytes;

/**
 * "Max Memory Used" of a function that does nothing: nodejs24.x, arm64, 128 MB, a mean of ten cold starts
 * (github.com/maxday/lambda-perf, data/2025/2025-12-21.json).
 */
export const helloWorldMegabytes = 78.5;

/**
 * The parameter extension, a small server in Go. AWS publishes no figure: an assumption. The same source has 16 MB for
 * all of an environment that holds only a Go function, and 14.6 MB for one in Rust.
 */
export const extensionMegabytes = 20;

/** The memory that Lambda takes beside our process. An empty process takes `emptyMegabytes` on this machine. */
export const onLambda = (emptyMegabytes: number): number => helloWorldMegabytes - emptyMegabytes + extensionMegabytes;
