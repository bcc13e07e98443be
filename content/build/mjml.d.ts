// mjml 5 carries no types of its own; this is the part of it that mail-templates.ts uses.
declare module 'mjml' {
  interface MjmlOptions {
    readonly filePath: string;
    readonly includePath: string;
    readonly ignoreIncludes: boolean;
    readonly keepComments: boolean;
    readonly fonts: Readonly<Record<string, string>>;
    readonly minify: boolean;
    readonly minifyOptions: { readonly minifyCss: boolean };
  }
  interface MjmlError {
    readonly line: number;
    readonly message: string;
    readonly formattedMessage: string;
  }
  /** It returns a promise since version 5. */
  export default function mjml2html(
    source: string,
    options: MjmlOptions,
  ): Promise<{ readonly html: string; readonly errors: readonly MjmlError[] }>;
}
