import type { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import { workbookType } from './workbook-type.ts';

/** Sent as bytes: a PDF and a workbook are no text; read as text, a CSV would lose its byte order mark, and Excel its accents. */
const isContentTypeBinary = (type: string): boolean =>
  type.startsWith('text/csv') || type === 'application/pdf' || type === workbookType;

/** The pages as a function behind API Gateway's HTTP API. */
export const lambdaAdapter = (app: Hono) => handle(app, { isContentTypeBinary });
