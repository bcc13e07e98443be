/** HTTP status of the exceptions of SES v2 (docs/facts.md#b1). */
const statuses: Readonly<Record<string, number>> = {
  TooManyRequestsException: 429,
  NotFoundException: 404,
  InternalFailure: 500,
  InternalServiceErrorException: 500,
  ServiceUnavailable: 503,
};

/** An error as the REST-JSON protocol carries it: its name in a header, its words in the body. */
export const sesError = (name: string, message = `refused by a fault: ${name}`): Response =>
  Response.json({ message }, { status: statuses[name] ?? 400, headers: { 'x-amzn-errortype': name } });
