import * as z from 'zod/mini';
import { httpClient } from './channels/http-client.ts';

const key = z.string().check(z.minLength(16));

const schema = z.object({
  /** Twilio's Auth Token: signs webhooks, authenticates sends. */
  twilioAuthToken: z.string().check(z.minLength(8)),
  /** The Auth Token before or after a rotation: webhooks signed with either are accepted. */
  twilioSecondaryAuthToken: z.optional(z.string()),
  /** Key of the pseudonyms. Changing it orphans every subscriber. */
  pepper: key,
  /** Key of the links. Changing it closes every link that was sent. */
  tokenKey: key,
});
export type Secrets = z.infer<typeof schema>;

/** The secrets could not be read, or are not what they should be. Carries no value. */
export class SecretsError extends Error {
  override readonly name = 'SecretsError';
}

/**
 * Reads the one SecureString parameter through the AWS Parameters and Secrets Lambda extension: an HTTP GET on
 * localhost instead of an SDK client, which would cost the webhook a tenth of its bundle. `npm start` serves the same protocol.
 * @throws SecretsError if the extension refuses or the JSON is not complete
 */
export const fetchSecrets = async (
  parameter: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Secrets> => {
  const port = environment['PARAMETERS_SECRETS_EXTENSION_HTTP_PORT'] ?? '2773';
  // What AWS writes as localhost; given as a number, nobody has to be asked for it.
  const address = `http://127.0.0.1:${port}/systemsmanager/parameters/get?name=${encodeURIComponent(parameter)}&withDecryption=true`;
  const response = await httpClient.send(address, {
    headers: { 'X-Aws-Parameters-Secrets-Token': environment['AWS_SESSION_TOKEN'] ?? '' },
  });
  if (!response.ok) throw new SecretsError(`the parameter extension answered ${response.status}`);
  try {
    const answer = z.object({ Parameter: z.object({ Value: z.string() }) }).parse(JSON.parse(await response.text()));
    return schema.parse(JSON.parse(answer.Parameter.Value));
  } catch {
    // The cause would carry the value: zod and JSON.parse quote what they could not read.
    throw new SecretsError('the secrets parameter is not the JSON that is expected (see docs/deploy.md)');
  }
};
