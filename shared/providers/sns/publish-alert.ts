import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';

/** A message to a contact: SNS takes subjects of up to 100 printable ASCII letters. */
export interface Alert {
  readonly subject: string;
  readonly text: string;
}

/** Sends an alert to one of the clinic's contacts, whose subscription takes the messages that carry their name. */
export type PublishAlert = (contact: string, alert: Alert) => Promise<void>;

/** Alerts through a topic of SNS. */
export const createPublishAlert =
  (client: SNSClient, topic: string): PublishAlert =>
  async (contact, { subject, text }) => {
    await client.send(
      new PublishCommand({
        TopicArn: topic,
        Subject: subject,
        Message: text,
        MessageAttributes: { contact: { DataType: 'String', StringValue: contact } },
      }),
    );
  };
