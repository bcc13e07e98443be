import { CfnOutput, Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { acceptFindings } from '../accepted-findings.ts';
import type { Config } from '../config.ts';

/** The directory of a clinic's staff, where it has none of its own. It outlives every deployment, as the table does. */
export const staffPool = (scope: Construct, id: string): cognito.UserPool => {
  const pool = new cognito.UserPool(scope, id, {
    // Whoever runs the clinic makes the accounts; Cognito mails each a first password.
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    autoVerify: { email: true },
    accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
    // The second factor comes by an app: a text would cost, and need each person's number.
    mfa: cognito.Mfa.REQUIRED,
    mfaSecondFactor: { otp: true, sms: false },
    passwordPolicy: {
      minLength: 12,
      requireDigits: true,
      requireLowercase: true,
      requireUppercase: true,
      requireSymbols: true,
      tempPasswordValidity: Duration.days(3),
    },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  acceptFindings(pool, {
    'AwsSolutions-COG8':
      'A few people whom the clinic knows sign in, each with a second factor; the plan with threat protection is paid for by each of them every month.',
  });
  new CfnOutput(scope, `${id}UserPool`, {
    value: pool.userPoolId,
    description: 'Whoever signs in at /desk is added here (docs/deploy.md, step 11)',
  });
  return pool;
};

interface StaffDirectoryProps {
  readonly pool: cognito.IUserPool;
  readonly domainPrefix: string;
  readonly region: string;
  /** The desk's address, without a slash at the end. */
  readonly baseUrl: string;
}

const groups = {
  staffGroup: { name: 'staff', description: 'See what was sent and what came of it, and act for people' },
  clinicianGroup: { name: 'clinicians', description: 'Also read what people wrote, where those allow it' },
} as const;

/** Connects the directory to the staff page: its two groups, its sign-in page, and the staff page as its client. */
export class StaffDirectory extends Construct {
  readonly signIn: NonNullable<Config['desk']>;

  constructor(scope: Construct, id: string, { pool, domainPrefix, region, baseUrl }: StaffDirectoryProps) {
    super(scope, id);
    for (const [key, { name, description }] of Object.entries(groups))
      new cognito.CfnUserPoolGroup(this, key, { userPoolId: pool.userPoolId, groupName: name, description });
    new cognito.CfnUserPoolDomain(this, 'Domain', { userPoolId: pool.userPoolId, domain: domainPrefix });
    const client = new cognito.UserPoolClient(this, 'Client', {
      userPool: pool,
      // A secret would have to stand in the template, which more people read than may know it; PKCE protects the code.
      generateSecret: false,
      authFlows: {},
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [cognito.OAuthScope.OPENID],
        callbackUrls: [`${baseUrl}/desk/signed-in`],
        logoutUrls: [`${baseUrl}/desk`],
      },
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      // The page reads the token once, a second after it was made.
      idTokenValidity: Duration.minutes(5),
      accessTokenValidity: Duration.minutes(5),
      refreshTokenValidity: Duration.hours(1),
    });
    this.signIn = {
      issuer: `https://cognito-idp.${region}.amazonaws.com/${pool.userPoolId}`,
      clientId: client.userPoolClientId,
      staffGroup: groups.staffGroup.name,
      clinicianGroup: groups.clinicianGroup.name,
      groupsClaim: 'cognito:groups',
      scope: 'openid',
    };
  }
}
