// What `npm run content` writes to content/compiled/, which is not in the repository. Types are told here, so that nothing
// has to be compiled before the types are checked, and "go to definition" ends in a file that is there. Functions import
// each kind in one place, which is named below.

// shared/content/texts.ts
declare module '*/content/compiled/en/messages.js' {
  export const read: () => import('./compiled-module.ts').Compiled['messages'];
}
declare module '*/content/compiled/fr/messages.js' {
  export const read: () => import('./compiled-module.ts').Compiled['messages'];
}
declare module '*/content/compiled/en/messages-by-mail.js' {
  export const read: () => import('./compiled-module.ts').Compiled['messages-by-mail'];
}
declare module '*/content/compiled/fr/messages-by-mail.js' {
  export const read: () => import('./compiled-module.ts').Compiled['messages-by-mail'];
}
declare module '*/content/compiled/en/tips.js' {
  export const read: () => import('./compiled-module.ts').Compiled['tips'];
}
declare module '*/content/compiled/fr/tips.js' {
  export const read: () => import('./compiled-module.ts').Compiled['tips'];
}

// shared/content/mails.ts
declare module '*/content/compiled/en/mails.js' {
  export const read: () => import('./compiled-module.ts').Compiled['mails'];
}
declare module '*/content/compiled/fr/mails.js' {
  export const read: () => import('./compiled-module.ts').Compiled['mails'];
}

// shared/content/tip-names.ts
declare module '*/content/compiled/en/tip-names.js' {
  export const read: () => import('./compiled-module.ts').Compiled['tip-names'];
}
declare module '*/content/compiled/fr/tip-names.js' {
  export const read: () => import('./compiled-module.ts').Compiled['tip-names'];
}

// shared/content/example.ts
declare module '*/content/compiled/en/example.js' {
  export const read: () => import('./compiled-module.ts').Compiled['example'];
}
declare module '*/content/compiled/fr/example.js' {
  export const read: () => import('./compiled-module.ts').Compiled['example'];
}

// shared/content/programmes.ts
declare module '*/content/compiled/programmes.js' {
  export const read: () => import('./compiled-module.ts').Compiled['programmes'];
}

// shared/content/mail-templates.ts
declare module '*/content/compiled/mail-templates.js' {
  export const read: () => import('./compiled-module.ts').Compiled['mail-templates'];
}

// shared/content/safety.ts
declare module '*/content/compiled/safety.js' {
  export const read: () => import('./compiled-module.ts').Compiled['safety'];
}

// shared/domain/time/zone-data.ts
declare module '*/content/compiled/zones.js' {
  export const read: () => import('./compiled-module.ts').Compiled['zones'];
}

// shared/content/places.ts
declare module '*/content/compiled/places.js' {
  export const read: () => import('./compiled-module.ts').Compiled['places'];
}

// shared/domain/people/costly-ranges.ts
declare module '*/content/compiled/costly-ranges.js' {
  export const read: () => import('./compiled-module.ts').Compiled['costly-ranges'];
}

// shared/content/safety.ts
declare module '*/content/compiled/second-opinion.js' {
  export const read: () => import('./compiled-module.ts').Compiled['second-opinion'];
}
declare module '*/content/compiled/topics.js' {
  export const read: () => import('./compiled-module.ts').Compiled['topics'];
}
declare module '*/content/compiled/en/lexicon.js' {
  export const read: () => import('./compiled-module.ts').Compiled['lexicon'];
}
declare module '*/content/compiled/fr/lexicon.js' {
  export const read: () => import('./compiled-module.ts').Compiled['lexicon'];
}

// shared/content/pdf-fonts.ts
declare module '*/content/compiled/pdf-fonts.js' {
  export const read: () => import('./compiled-module.ts').Compiled['pdf-fonts'];
}
