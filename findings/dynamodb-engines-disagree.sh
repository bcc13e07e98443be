#!/usr/bin/env bash
# Two embedded stand-ins for DynamoDB, the same requests over the AWS SDK.
# Runs:    npm dynalite 4.0.0 and @dynoxide/linux-x64 1.2.1, @aws-sdk/client-dynamodb 3.1164.0, in memory, on loopback (Linux on x64).
# Guessed: a failed condition returns the old item from both when asked; a batch reports its consumed capacity whatever became of its statements.
# Assumed: both know transactions and PartiQL, which DynamoDB has had for years; setting index 9 of a list of one appends, as documented.
# Seen:    dynalite answers transactions and PartiQL with UnknownOperationException, and a failed condition without the old item;
#          after SET l[9] it stores [1, 2] but reports no updated attribute, while dynoxide stores eight NULLs between;
#          dynoxide leaves ConsumedCapacity out when every statement of a batch fails.
# For us:  tests on either engine alone prove less than they seem; keep to what both and DynamoDB's manual say.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm install --loglevel=error --no-update-notifier --no-audit --no-fund dynalite@4.0.0 @dynoxide/linux-x64@1.2.1 @aws-sdk/client-dynamodb@3.1164.0 >/dev/null
cat >compare.cjs <<'JS'
const { spawn } = require('node:child_process');
const { createServer } = require('node:net');
const { once } = require('node:events');
const { setTimeout: wait } = require('node:timers/promises');
const aws = require('@aws-sdk/client-dynamodb');

const TableName = 'diary';
const item = (pk, sk, rest = {}) => ({ pk: { S: pk }, sk: { S: sk }, ...rest });
const Key = item('a', '1');
const absent = (pk) => ({ Statement: `UPDATE "diary" SET n = 1 WHERE pk = '${pk}' AND sk = '1'` });
const requests = {
  'put a new item': new aws.PutItemCommand({ TableName, Item: item('a', '1', { l: { L: [{ N: '1' }] } }) }),
  'failed condition, old item asked for': new aws.PutItemCommand({ TableName, Item: Key, ConditionExpression: 'attribute_not_exists(pk)', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
  'set the tenth of a list of one': new aws.UpdateItemCommand({ TableName, Key, UpdateExpression: 'SET l[9] = :two', ExpressionAttributeValues: { ':two': { N: '2' } }, ReturnValues: 'UPDATED_NEW' }),
  'the list then': new aws.GetItemCommand({ TableName, Key, ProjectionExpression: 'l' }),
  'transaction of one put': new aws.TransactWriteItemsCommand({ TransactItems: [{ Put: { TableName, Item: item('b', '1') } }], ReturnConsumedCapacity: 'TOTAL' }),
  'batch, one of two fails': new aws.BatchExecuteStatementCommand({ Statements: [absent('x'), { Statement: `INSERT INTO "diary" VALUE {'pk': 'p', 'sk': '1'}` }], ReturnConsumedCapacity: 'TOTAL' }),
  'batch, both fail': new aws.BatchExecuteStatementCommand({ Statements: [absent('x'), absent('y')], ReturnConsumedCapacity: 'TOTAL' }),
};
const outcome = async (client, request) => {
  try {
    const { $metadata, ...answer } = await client.send(request);
    if (answer.Responses) return `capacity ${JSON.stringify(answer.ConsumedCapacity)}`;
    if (answer.ConsumedCapacity) return `${answer.ConsumedCapacity[0].CapacityUnits} units`;
    if (answer.Item ?? answer.Attributes) return JSON.stringify(answer.Item ?? answer.Attributes).replaceAll('{"NULL":true}', 'NULL');
    return 'done';
  } catch (error) {
    return error.Item ? `${error.name} with the old item` : error.name;
  }
};
const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
};
(async () => {
  const ports = { dynalite: await freePort(), dynoxide: await freePort() };
  const dynalite = require('dynalite')({ createTableMs: 0 });
  dynalite.listen(ports.dynalite, '127.0.0.1');
  const dynoxide = spawn('node_modules/@dynoxide/linux-x64/dynoxide', ['--port', String(ports.dynoxide)], { stdio: 'ignore' });
  const engines = Object.entries(ports).map(([name, port]) => [name, new aws.DynamoDBClient({ endpoint: `http://127.0.0.1:${port}`, region: 'ca-central-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' }, maxAttempts: 8 })]);
  const keys = ['pk', 'sk'];
  for (const [, client] of engines) {
    await client.send(new aws.CreateTableCommand({ TableName, BillingMode: 'PAY_PER_REQUEST', AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })), KeySchema: keys.map((AttributeName, n) => ({ AttributeName, KeyType: n ? 'RANGE' : 'HASH' })) }));
    await wait(500);
  }
  for (const [name, request] of Object.entries(requests))
    for (const [engine, client] of engines) console.log(`${name}, ${engine}: ${await outcome(client, request)}`);
  dynoxide.kill();
  dynalite.close();
  process.exit();
})();
JS
node --no-warnings compare.cjs >seen
cat >expected <<'EOF'
put a new item, dynalite: done
put a new item, dynoxide: done
failed condition, old item asked for, dynalite: ConditionalCheckFailedException
failed condition, old item asked for, dynoxide: ConditionalCheckFailedException with the old item
set the tenth of a list of one, dynalite: {}
set the tenth of a list of one, dynoxide: {"l":{"L":[{"N":"1"},NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,{"N":"2"}]}}
the list then, dynalite: {"l":{"L":[{"N":"1"},{"N":"2"}]}}
the list then, dynoxide: {"l":{"L":[{"N":"1"},NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,{"N":"2"}]}}
transaction of one put, dynalite: UnknownOperationException
transaction of one put, dynoxide: 2 units
batch, one of two fails, dynalite: UnknownOperationException
batch, one of two fails, dynoxide: capacity [{"TableName":"diary","CapacityUnits":2}]
batch, both fail, dynalite: UnknownOperationException
batch, both fail, dynoxide: capacity undefined
EOF
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
