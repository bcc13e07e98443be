import type { SchemaReader } from '../schemas/schema-reader.ts';
import {
  type MailSecrets,
  readMailSecrets,
  readParameterAnswer,
  readSecrets,
  type Secrets,
} from '../schemas/secrets.ts';
import { httpClient } from './http-client.ts';

/** The secrets could not be read, or have a wrong form. The message names fields, never a value. */
export class SecretsError extends Error {
  override readonly name = 'SecretsError';
}

/**
 * Parses JSON; undefined if it is none. JSON.parse's own error would quote the text that it could not read, and so a
 * secret.
 */
const parseJson = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

type Fetch<Held> = (
  parameter: string,
  environment: Readonly<Record<string, string | undefined>>,
  timeoutMs?: number,
) => Promise<Held>;

const fetching =
  <Held>(read: SchemaReader<Held>): Fetch<Held> =>
  async (parameter, environment, timeoutMs) => {
    const port = environment['PARAMETERS_SECRETS_EXTENSION_HTTP_PORT'] ?? '2773';
    // AWS's documentation says localhost. As a number the address needs no name resolution.
    const address = `http://127.0.0.1:${port}/systemsmanager/parameters/get?name=${encodeURIComponent(parameter)}&withDecryption=true`;
    const response = await httpClient.send(address, {
      headers: { 'X-Aws-Parameters-Secrets-Token': environment['AWS_SESSION_TOKEN'] ?? '' },
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
    if (!response.ok) throw new SecretsError(`the parameter extension answered ${response.status}`);
    const answer = readParameterAnswer(parseJson(await response.text()));
    const secrets = answer.success ? read(parseJson(answer.data.Parameter.Value)) : answer;
    if (!secrets.success)
      throw new SecretsError(
        `the secrets parameter is not the JSON that is expected (see docs/deploy.md): ${secrets.faults.join(', ')}`,
      );
    return secrets.data;
  };

/**
 * Reads the one SecureString parameter through the AWS Parameters and Secrets Lambda extension: an HTTP GET on
 * localhost instead of an SDK client, which would cost the webhook a tenth of its bundle. `npm start` serves the same protocol.
 * @throws SecretsError if the extension refuses or the JSON is not complete
 */
export const fetchSecrets: Fetch<Secrets> = fetching(readSecrets);

/** Reads the secrets of a function that does not need Twilio, and may belong to a deployment without it. */
export const fetchMailSecrets: Fetch<MailSecrets> = fetching(readMailSecrets);
