import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';

const failure = z.object({ errorType: z.string() });

const errorIn = (payload: string): string => {
  try {
    return failure.parse(JSON.parse(payload)).errorType;
  } catch {
    return 'an error';
  }
};

/**
 * Invokes the function that reads mail, once, and waits for it. Gives the name of the error that it failed with; what else
 * the error says may be of a person.
 */
export const createHandInMail = (functionName: string) => {
  const lambda = new LambdaClient({ maxAttempts: 1 });
  return {
    handInMail: async (event: unknown): Promise<string | undefined> => {
      const { FunctionError, Payload } = await lambda.send(
        new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(event) }),
      );
      return FunctionError === undefined ? undefined : errorIn(Payload?.transformToString() ?? '');
    },
    close: (): void => lambda.destroy(),
  };
};
