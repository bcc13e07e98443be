import { request } from 'node:http';

// What stands in for aws-lambda-ric's native client (rapid-client.node): the same three functions over plain HTTP, as AWS
// documents the Runtime API. JavaScript, so that the process under test loads nothing else of ours.
const [hostname, port] = (process.env.AWS_LAMBDA_RUNTIME_API ?? '').split(':');
const root = '/2018-06-01/runtime/invocation';

const ask = (method, path, headers, body) =>
  new Promise((resolve, reject) => {
    const asked = request({ hostname, port, method, path, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part) => {
        text += part;
      });
      answer.once('end', () => resolve({ bodyJson: text, headers: answer.headers }));
    });
    asked.once('error', reject);
    asked.end(body);
  });

/** The native client blocks until an answer is posted; here the next event waits for that. */
let posted = Promise.resolve();
const post = (path, body, headers = {}) => {
  const all = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers };
  posted = posted.then(() => ask('POST', path, all, body));
};

export const next = async () => {
  await posted;
  return ask('GET', `${root}/next`, {});
};
export const done = (id, body) => post(`${root}/${id}/response`, body);
export const error = (id, body) => post(`${root}/${id}/error`, body);
