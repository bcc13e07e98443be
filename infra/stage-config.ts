import { fileURLToPath } from 'node:url';
import { type Config, ConfigError, loadConfig } from './config.ts';

/**
 * Reads the settings of a stage that a command names, so that nobody looks at one stage and means another.
 * @param file a settings file, or undefined for the operator's own
 * @throws ConfigError if the file is of another stage, or cannot be used
 */
export const configOfStage = (stage: string | undefined, file: string | undefined): Config => {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const { config, isExample } = loadConfig(root, file);
  if (isExample && file === undefined) {
    const sentence =
      'There is no backbeat.config.json: copy infra/example.config.json to it and change it (docs/deploy.md, step 2).';
    throw new ConfigError('infra/example.config.json', [{ setting: '', sentence }]);
  }
  if (stage !== undefined && stage !== config.stage) {
    const sentence = `stage is ${JSON.stringify(config.stage)}, and ${JSON.stringify(stage)} was asked for: name its file with --config.`;
    throw new ConfigError(file ?? 'backbeat.config.json', [{ setting: 'stage', sentence }]);
  }
  return config;
};
