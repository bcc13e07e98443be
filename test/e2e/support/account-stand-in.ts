import { Hono } from 'hono';
import * as z from 'zod';
import { listen } from '../../../local/http-server.ts';

const operatorSchema = z.object({ environment: z.record(z.string(), z.string()) });
const secretsSchema = z.object({ Parameter: z.object({ Value: z.string() }) });

const identity = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
<Arn>arn:aws:sts::111122223333:assumed-role/Clinic/sam</Arn><UserId>AROA:sam</UserId><Account>111122223333</Account>
</GetCallerIdentityResult></GetCallerIdentityResponse>`;

/**
 * An AWS account with one deployment, `prod`, by the wire protocols of Lambda, SSM and STS; its table and queues are
 * those of a service on this machine. With `environment` the SDK takes it for AWS.
 */
export const startAccount = async (serviceUrl: string) => {
  const { environment: own } = operatorSchema.parse(await (await fetch(`${serviceUrl}/_local/operator`)).json());
  const isSetting = ([name]: [string, string]): boolean => !name.startsWith('AWS_') && !name.startsWith('PARAMETERS_');
  const settings = Object.fromEntries(Object.entries(own).filter(isSetting));
  const secrets = async (): Promise<string> => {
    const name = encodeURIComponent(settings['SECRETS_PARAMETER'] ?? '');
    const port = own['PARAMETERS_SECRETS_EXTENSION_HTTP_PORT'];
    const answer = await fetch(`http://127.0.0.1:${port}/systemsmanager/parameters/get?name=${name}`, {
      headers: { 'x-aws-parameters-secrets-token': own['AWS_SESSION_TOKEN'] ?? '' },
    });
    return secretsSchema.parse(await answer.json()).Parameter.Value;
  };
  const named = (FunctionName: string, Variables: object) => ({ FunctionName, Environment: { Variables } });
  const [table, ...rest] = Object.entries(settings);
  const pages = [
    [
      named('somebody-elses-function', { TABLE_NAME: 'theirs' }),
      named('backbeat-test-service-Web', { TABLE_NAME: 'x' }),
    ],
    // No function has all of the settings: the deployment is all of them together.
    [
      named('backbeat-prod-service-A', Object.fromEntries(rest)),
      named('backbeat-prod-service-B', Object.fromEntries([table ?? ['', '']])),
    ],
  ];

  const app = new Hono();
  app.get('/2015-03-31/functions', (context) =>
    context.json(
      context.req.query('Marker') === undefined ? { Functions: pages[0], NextMarker: '1' } : { Functions: pages[1] },
    ),
  );
  app.get('/2015-03-31/functions/', (context) =>
    context.json(
      context.req.query('Marker') === undefined ? { Functions: pages[0], NextMarker: '1' } : { Functions: pages[1] },
    ),
  );
  // The function with the settings of the one that reads mail is handed what the real one would be.
  app.post('/2015-03-31/functions/backbeat-prod-service-A/invocations', async (context) =>
    fetch(`${own['AWS_ENDPOINT_URL_LAMBDA']}/2015-03-31/functions/email-inbound/invocations`, {
      method: 'POST',
      body: await context.req.text(),
      headers: { 'x-amz-security-token': own['AWS_SESSION_TOKEN'] ?? '' },
    }),
  );
  app.post('/ssm/', async (context) => context.json({ Parameter: { Value: await secrets() } }));
  app.post('/ssm', async (context) => context.json({ Parameter: { Value: await secrets() } }));
  app.post('/sts', (context) => context.body(identity, 200, { 'content-type': 'text/xml' }));
  app.post('/sts/', (context) => context.body(identity, 200, { 'content-type': 'text/xml' }));
  const server = await listen(app.fetch, 0);
  const url = `http://127.0.0.1:${server.port}`;
  const sdk = Object.fromEntries(Object.entries(own).filter(([name]) => name.startsWith('AWS_')));
  return {
    environment: {
      ...sdk,
      AWS_ENDPOINT_URL_LAMBDA: url,
      AWS_ENDPOINT_URL_SSM: `${url}/ssm`,
      AWS_ENDPOINT_URL_STS: `${url}/sts`,
    },
    close: server.close,
  };
};
