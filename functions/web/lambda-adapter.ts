import type { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import { workbookType } from './workbook-type.ts';

/**
 * Whether an answer is sent as bytes: a PDF and a workbook are no text, and a CSV sent as text would lose its byte
 * order mark, and Excel its accents.
 */
const isContentTypeBinary = (type: string): boolean =>
  type.startsWith('text/csv') || type === 'application/pdf' || type === workbookType;

/** Adapts the pages to API Gateway's HTTP API. */
export const lambdaAdapter = (app: Hono) => handle(app, { isContentTypeBinary });
