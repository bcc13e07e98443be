/** An Excel workbook's content type, as IANA has it. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
