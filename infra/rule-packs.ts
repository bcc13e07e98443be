import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, HIPAASecurityChecks, ServerlessChecks } from 'cdk-nag';

/** Holds an app against cdk-nag's packs when it is synthesised; a finding that is not accepted beside its resource ends it. */
export const addRulePacks = (app: App): void =>
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new HIPAASecurityChecks(app), new ServerlessChecks(app));
