/** Who wrote the corpora, each in a voice of their own, and who nobody had met whose lexicons and model were made by. */
export const voices: readonly { readonly name: string; readonly who: string; readonly leftOut?: true }[] = [
  { name: 'margaret', who: 'retired teacher of 78 in Dorset, whole sentences' },
  { name: 'tyler', who: 'warehouse worker of 23 in Ohio, thumbs' },
  { name: 'monique', who: 'pensioner of 74 in Angers, careful French' },
  { name: 'kevin', who: 'picker of 22 near Lille, SMS French' },
  { name: 'rosa', who: 'care aide of 51 in Texas, English second to Spanish' },
  { name: 'regis', who: 'lorry driver of 58 in Trois-Rivières, dictated' },
  { name: 'dougal', who: 'hill farmer of 63 in Scotland, blunt' },
  { name: 'aminata', who: 'cleaner of 45 in Lyon, born in Abidjan, French second' },
  { name: 'hannah', who: 'new mother of 29 in Melbourne, anxious and long' },
  { name: 'bertrand', who: 'engineer of 41 in Toulouse, telegraphic' },
  { name: 'priya', who: 'software tester of 34 from Pune, Indian English' },
  { name: 'earl', who: 'veteran of 70 in Alabama, spells by ear, capitals' },
  { name: 'sandrine', who: 'night nurse of 38 in Namur, in haste' },
  { name: 'walt', who: 'blind accountant of 66 in Winnipeg, dictated' },
  { name: 'ginette', who: 'retired seamstress of 81 in Marseille, whole sentences without accents' },
  { name: 'samir', who: 'cook of 36 in Roubaix, born in Oran, phonetic French without apostrophes' },
];
