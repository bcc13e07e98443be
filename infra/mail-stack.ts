import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { EventBus } from 'aws-cdk-lib/aws-events';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import * as ses from 'aws-cdk-lib/aws-ses';
import * as actions from 'aws-cdk-lib/aws-ses-actions';
import type { Construct } from 'constructs';
import type { EmailConfig } from './config.ts';
import { HarmAlarm, type Operator } from './constructs/alarm.ts';
import { storeMail } from './constructs/store-mail.ts';
import { configurationSetName, receiptRuleName, receiptRuleSetName } from './names.ts';

interface MailStackProps extends StackProps {
  readonly stage: string;
  readonly email: EmailConfig;
  readonly operator: Operator;
  readonly inboundMail: Bucket;
  readonly emailInbound: IFunction;
}

/** Mail out (identity, configuration set, its events) and mail in (the receipt rule). */
export class MailStack extends Stack {
  constructor(scope: Construct, id: string, props: MailStackProps) {
    super(scope, id, props);
    this.sendMail(props);
    this.receiveMail(props);
    this.watchReputation(props.operator);
  }

  private sendMail({ stage, email }: MailStackProps): void {
    const configurationSet = new ses.ConfigurationSet(this, 'ConfigurationSet', {
      configurationSetName: configurationSetName(stage),
      // What people say about their pain goes over an encrypted connection or not at all.
      tlsPolicy: ses.ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: ses.SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      // SES would try for 14 hours: a tip of the morning must not arrive at night.
      maxDeliveryDuration: Duration.hours(4),
      /**
       * Settings that the configuration set leaves open are taken from the account (docs/facts.md#g), which may rewrite
       * every link, add an image that reveals who opened the mail, delay mails to a time that SES prefers, or refuse
       * addresses that SES doubts.
       */
      vdmOptions: { engagementMetrics: false, optimizedSharedDelivery: false },
      disableAutoValidation: true,
    });
    configurationSet.addEventDestination('Events', {
      destination: ses.EventDestination.eventBus(EventBus.fromEventBusName(this, 'DefaultBus', 'default')),
      // Opens and clicks are left out: nobody is tracked. SEND settles a send whose answer was lost.
      events: [
        ses.EmailSendingEvent.SEND,
        ses.EmailSendingEvent.DELIVERY,
        ses.EmailSendingEvent.DELIVERY_DELAY,
        ses.EmailSendingEvent.BOUNCE,
        ses.EmailSendingEvent.COMPLAINT,
        ses.EmailSendingEvent.REJECT,
      ],
    });
    const mailFrom = `bounce.${email.mailDomain}`;
    const record = (id: string, value: string) => new CfnOutput(this, id, { value, description: 'DNS record' });
    // An identity that exists already is left alone: CloudFormation would fail, and adopting it might take it from
    // others.
    if (!email.existingMailIdentity) this.makeIdentity(email, mailFrom, configurationSet, record);
    record('MailFromMx', `${mailFrom} MX 10 feedback-smtp.${this.region}.amazonses.com`);
    record('MailFromSpf', `${mailFrom} TXT "v=spf1 include:amazonses.com ~all"`);
    record('Dmarc', `_dmarc.${email.mailDomain} TXT "v=DMARC1; p=quarantine"`);
    record('InboundMx', `${email.mailDomain} MX 10 inbound-smtp.${this.region}.amazonaws.com`);
  }

  private makeIdentity(
    { mailDomain }: EmailConfig,
    mailFromDomain: string,
    configurationSet: ses.ConfigurationSet,
    record: (id: string, value: string) => void,
  ): void {
    const identity = new ses.EmailIdentity(this, 'Identity', {
      identity: ses.Identity.domain(mailDomain),
      configurationSet,
      mailFromDomain,
      // If this subdomain's MX record is wrong, SES falls back to its own MAIL FROM: DKIM alone passes DMARC, and a DNS
      // mistake must not stop everybody's mail.
      mailFromBehaviorOnMxFailure: ses.MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE,
      // Bounces come as events. If they were forwarded as mails, they would come back in and be answered.
      feedbackForwarding: false,
    });
    identity.dkimRecords.forEach(({ name, value }, index) => {
      record(`Dkim${index + 1}`, `${name} CNAME ${value}`);
    });
  }

  private receiveMail({ stage, email, inboundMail, emailInbound }: MailStackProps): void {
    const { existingRuleSet, mailDomain } = email;
    const ruleSetName = existingRuleSet ?? receiptRuleSetName(stage);
    const ruleSet =
      existingRuleSet === undefined
        ? new ses.ReceiptRuleSet(this, 'ReceiptRules', { receiptRuleSetName: ruleSetName })
        : ses.ReceiptRuleSet.fromReceiptRuleSetName(this, 'ReceiptRules', existingRuleSet);
    ruleSet.addRule('Inbound', {
      receiptRuleName: receiptRuleName(stage),
      recipients: [mailDomain],
      // Scanning is off by default in SES, and the verdicts on virus and spam, by which the function drops mail, would
      // say nothing.
      scanEnabled: true,
      // An unsubscribe from a server without TLS is still an unsubscribe.
      tlsPolicy: ses.TlsPolicy.OPTIONAL,
      // The mail is stored before the function is called: it is told only the mail's id, and reads the mail from the
      // bucket.
      actions: [
        storeMail(inboundMail, ruleSetName),
        new actions.Lambda({ function: emailInbound, invocationType: actions.LambdaInvocationType.EVENT }),
      ],
    });
    new CfnOutput(this, 'ReceiptRuleSet', {
      value: ruleSetName,
      description: existingRuleSet === undefined ? 'To be activated by hand' : 'Active already, with a rule more',
    });
  }

  /**
   * Rings at half the rates at which AWS is known to pause an account (docs/facts.md#b5): early enough to find the
   * cause.
   */
  private watchReputation(operator: Operator): void {
    const rate = (metricName: string) =>
      new cloudwatch.Metric({ namespace: 'AWS/SES', metricName, period: Duration.hours(1), statistic: 'Maximum' });
    new HarmAlarm(this, 'BounceRate', {
      operator,
      heading: 'mail-bounce-rate',
      harm: 'So many mails bounce that AWS may stop all of them: nobody would get a tip by e-mail.',
      metric: rate('Reputation.BounceRate'),
      threshold: 0.05,
    });
    new HarmAlarm(this, 'ComplaintRate', {
      operator,
      heading: 'mail-complaint-rate',
      harm: 'So many people call our mail spam that AWS may stop all of it, and they are right: they did not want it.',
      metric: rate('Reputation.ComplaintRate'),
      threshold: 0.001,
    });
  }
}
