/** The settings of each channel that a preview is sent by; apart from what sends it, which is loaded by who wants one. */
export const previewSettings = {
  sms: ['smsNumber', 'countries', 'messagingService', 'twilioAccount', 'twilioUrl'],
  email: ['replyAddress', 'mailFrom', 'configurationSet'],
} as const;
