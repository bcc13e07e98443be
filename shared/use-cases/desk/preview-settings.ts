/**
 * The settings that a preview needs of each channel. They stand apart from the preview itself, which is loaded only by
 * those who send one.
 */
export const previewSettings = {
  sms: ['smsNumber', 'countries', 'messagingService', 'twilioAccount', 'twilioUrl'],
  email: ['replyAddress', 'mailFrom', 'configurationSet'],
} as const;
