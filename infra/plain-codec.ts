import { deserializer, serializer } from '../shared/store/plain-json.ts';

/**
 * Takes the place of `@aws-sdk/dynamodb-codec` in what is deployed (infra/bundle.ts): every client of a function is told
 * to read and write plain JSON (shared/store), and the codec that it was made with would be 2 KB that nobody runs but to
 * read the fields of a refusal.
 */
export class DynamoDBJsonCodec2 {
  readonly setSerdeContext = (): void => {};
  readonly createSerializer = () => serializer;
  readonly createDeserializer = () => ({ ...deserializer, readObject: (_schema: unknown, value: unknown) => value });
}
