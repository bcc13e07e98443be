import { gatedPattern } from '../gated-pattern.ts';

const lead =
  '(?:(?:please|pls|plz|ok|okay|just|kindly|but|enough|seriously|thanks|thank you|for the last time|i (?:already )?(?:said|say|told (?:you|u)(?: to)?|asked (?:you|u)(?: to)?)|(?:you|u) (?:need to|have to|must|should|better|had better)|hi|hello|hey|sorry|yes|no|and|now|then|so|can you|could you|will you|would you|you can|can i|how do i|how can i|i want to|i want you to|i would like to|i d like to|id like to|i wish to|i need to|i have to ask you to|text|reply|svp|stp|veuillez|merci de|merci d|je veux|je voudrais|je souhaite|pouvez vous|c est bon|comment|il faut|bonjour) )*';
const trail =
  '(?: (?:please|pls|plz|thanks|thank you|thx|ty|now|immediately|at once|right now|right away|ok|okay|asap|today|already|forever|permanently|for good|anymore|any more|again|ever|all|everything|it|this|that|me|stop|svp|stp|merci|maintenant|immediatement|tout|ca|cela|s il vous plait|s il te plait|here))*';
const polite = '(?: (?:please|pls|plz|thanks|thank you|thx|ty|now|ok|okay|immediately|asap|today|svp|merci))*';
const ours =
  '(?:texts?|texting|messages?|messaging|msgs?|sms|e ?mails?|emailing|mails?|tips?|subscription|service|programme?|reminders?|notifications?|alerts?|coaching|conseils?|textos|abonnement|inscription)';
const filler =
  '(?:all|the|these|this|my|your|any|more|of|those|sending|getting|receiving|me|damn|damned|bloody|fucking|stupid|annoying|unwanted|back ?pain|daily|les|vos|tes|ces|mon|de|des|aux|d|l)';

/** The same where "plus de conseils" asks for MORE, which stands under every tip. */
const oursNotTips = '(?:messages?|msgs?|sms|textos|e ?mails?|mails?|courriels?|notifications?)';

/** A clause that is one of these asks to be left alone. */
export const wholeClauses = (): string[] => [
  // Words that mean it by themselves.
  `${lead}(?:stop|stopp|stopnow|stopall|stop all|stoppez|stopper|arret|arrete|arretez|arreter|j arrete|unsubscribe|optout|opt out|opt me out|revoke|desabonner|desabonnez|desabonnement|desabonne|desinscrire|desinscription|desinscrivez)(?: moi)?${trail}`,
  `${lead.replace('i want to|', '').replace('i need to|', '')}(?:cancel|end|quit|i quit|cancel it|cancel this|end this|quit it|stop it|resilier|annulez tout)${polite}`,
  // With what comes of it, or with an insult. "Stop the pain" and "stop when it hurts" have neither.
  `${lead}stop(?: now| immediately| at once| right now| this)? (?:you|u|or (?:i|ill|we|you|else)|otherwise|else|before i|immediately (?:or|you)|and (?:delete|remove|erase|forget|leave me|go away|never|dont|do not|unsubscribe))(?= |$).{0,140}`,
  `${lead}stop for (?:now|ever|today|the moment|a while|a bit|the time being)${polite}`,
  `(?:delete|erase|remove) (?:all )?(?:of )?(?:me|my (?:data|number|diary|account|details|messages)) and ${lead}stop${polite}`,
  // With a score, or with another command: being left alone is the one that must not be missed.
  `${lead}stop (?:(?:pain|douleur|mal|score) )?\\d{1,2}${polite}`,
  `${lead}(?:stop|arret) (?:join|start|subscribe|erase(?: [a-z0-9]{4,8})?|delete|effacer|diary|undo)${polite}`,
  `${lead}(?:join|start|subscribe|erase|delete|effacer|diary|undo) (?:stop|arret)${polite}`,
  // Both words of the small print at once: being left alone is the one that must not be missed.
  `${lead}(?:(?:help|info|aide) (?:stop|arret)|(?:stop|arret) (?:help|info|aide))${polite}`,
  // Stop the messages; stop texting me; cancel my subscription; no more texts.
  `${lead}(?:stop|quit|cancel|end|cease|halt|discontinue|no more|arret|arretez|arrete|arreter|stoppez|stopper|cessez|resilier|annuler|annulez)(?: ${filler}){0,4} ${ours}(?: to)?(?: me)?${trail}`,
  `${lead}(?:stop|quit|cease) (?:fucking |bloody |damn )?(?:texting|messaging|emailing|mailing|sending|contacting|bothering|spamming|harassing|pestering|annoying|calling|writing)(?: to)?(?: us| me)?(?: (?:stuff|things|anything|these|those|this))?${trail}`,
  `${lead}no more${polite}`,
  // Do not text me.
  `${lead}(?:dont|do not|never|you may not)(?: ever)? (?:text|message|msg|contact|email|e mail|mail|write|call|send|bother)(?: to)?(?: me)?(?: any| more| texts?| messages?| tips?| stuff| emails?| anything| these)*${trail}`,
  `(?:i )?(?:dont|do not|no longer) (?:want|wish|need|like)(?: to (?:get|receive|have|be getting|be receiving))?(?: ${filler}){0,4} ${ours}(?: from you)?${trail}`,
  `(?:i )?(?:(?:dont|do not) (?:want|need) (?:this|these|those|them|any of (?:this|these))|no longer (?:want|need|wish) (?:this|these|those|them|any of (?:this|these)))(?: from you)?${trail}`,
  `why (?:are|r|do|did|would|does) (?:you|u|this) (?:still |keep |always |even |constantly )*(?:texting|messaging|emailing|contacting|spamming|bothering|harassing|text|message|email|contact|spam|bother) (?:me|us)(?= |$).{0,100}`,
  `(?:i )?(?:dont|do not|no longer) (?:want|wish) to (?:be (?:contacted|texted|messaged|emailed|subscribed|part of this|on this list)|hear from you|take part|participate)${trail}`,
  `${lead}(?:remove|delete|take|drop) (?:me|my (?:phone )?number|this (?:phone )?number|my name|my email|my address)(?: off| out)?(?: (?:from|of))?(?: (?:the|your|this|these|that|any|all|mailing|contact|texts?|messages?|list|lists|database|service|programme?|system|tips))*${trail}`,
  `${lead}(?:leave me alone|let me go|go away|get lost|fuck off|piss off|shut up|lose my number|lose this number|not interested|im not interested|i am not interested|no longer interested|no thanks stop|laisse(?:z)? moi tranquille|(?:fichez|foutez|fiche|fous) moi la paix|(?:je ne suis )?(?:pas|plus) interessee?|ca suffit)${trail}`,
  `${lead}(?:i )?(?:didnt|did not|never|havent) (?:sign(?:ed)? up|subscribed?|ask(?:ed)?|agreed?|consent(?:ed)?|register(?:ed)?)(?: (?:for|to))?(?: (?:this|these|that|it|any of this|your))?(?: ${ours})?${trail}`,
  `(?:this is |its )?spam${trail}`,
  `${lead}(?:i )?(?:revoke|withdraw)(?: my)? (?:consent|permission|authori[sz]ation)${trail}`,
  // French sentences.
  `${lead}(?:ne )?(?:m |me )(?:envoyez|envoie|ecrivez|ecris|contactez|contacte|textez)(?: moi)? (?:plus|pas|jamais)(?: rien)?(?: (?:de|d|aucun|vos|ces|ce))*(?: ${ours})?${trail}`,
  `${lead}(?:arretez|arrete|arreter|cessez|cesse) (?:de |d )?(?:m |me |nous )?(?:envoyer|ecrire|contacter|texter|deranger|embeter|harceler)(?: (?:des|de|vos|ces|les|tous|d))*(?: ${ours})?${trail}`,
  `${lead}(?:je ne |je n )?(?:veux|souhaite|desire) plus(?: recevoir)?(?: (?:de|d|vos|ces|les|aucun))*(?: (?:rien|${ours}))${trail}`,
  `${lead}(?:me |m |nous )?(?:desabonner|desinscrire|desinscrivez|desabonnez|retirez|enlevez|supprimez|retirer|enlever)(?: moi| mon numero| mon nom)?(?: (?:de|votre|la|cette|vos|liste|listes|du|service|messages))*${trail}`,
  `${lead}plus (?:aucun |aucune |de |d |jamais de )${oursNotTips}${trail}`,
  `${lead}(?:de )?ne (?:plus|pas|jamais) (?:m |me |nous )?(?:ecrire|envoyer|contacter|recevoir|deranger|texter)(?: (?:de|d|vos|ces|les|aucun|aucune|rien))*(?: ${ours})?${trail}`,
  `${lead}(?:n |ne )(?:nous )?(?:ecrivez|ecris|envoyez|envoie|contactez|contacte|textez) (?:plus|jamais)(?: rien)?(?: (?:de|d|vos|ces))*(?: ${ours})?${trail}`,
  `${lead}(?:je )?(?:me (?:desabonne|desinscris)|resilie|resiliation|n en (?:veux|voudrais) plus)(?: (?:de|du|mon|votre|la|ce|cette|liste))*(?: ${ours})?${trail}`,
  `${lead}(?:je )?ne (?:veux|souhaite|desire) plus etre (?:contactee?|derangee?|inscrite?|abonnee?)${trail}`,
  `stop (?:i|im|ive|id|je|j)(?= ).{1,140}`,
];

/** Said anywhere, these leave no doubt, unless a "don't" or a "did you" stands before them. */
export const saidAnywhere = gatedPattern(
  [
    'unsubscribe',
    'desabonne',
    'desinscri',
    'stop',
    'quit',
    'opt me',
    'remove',
    'take',
    'text',
    'message',
    'contact',
    'ne m',
    'ne plus m',
  ],
  () =>
    `(?<= )(?:unsubscribe|desabonner|desabonnez|desinscrire|desinscrivez|(?:please )?(?:stop|quit) (?:texting|messaging|emailing|contacting|sending|spamming|bothering) (?:me|us)|opt me out|(?:remove|take) me (?:off|from) (?:the|your|this|these|all)|(?:dont|do not) (?:text|message|contact) me (?:anymore|any more|again)|ne m (?:envoyez|ecrivez|contactez) plus|ne plus m (?:envoyer|ecrire|inscrire|contacter))(?= )`,
  'g',
);
export const takenBack =
  / (?:dont|do not|never|not|didnt|did you|did i|why|wont|will not|cant|cannot|if you|if i|pas|ne|you)(?: (?:want|wish|need|going|trying|to|ever|please|have|you|me|veux|vais))* $/;

/** Somebody else's texts. */
export const wrongNumber = gatedPattern(
  ['wrong', 'number', 'phone', 'numero', 'trompez'],
  () =>
    `^(?:${lead}(?:(?:i think |i believe |im afraid |think )?(?:you|u|youve|you ve)(?: have| got| must have| ve| reached| are texting| texted| probably have)*(?: got| reached)?|this is|its|it is|that is|texting)?(?: (?:the|a))?[ ]?wrong (?:number|person|phone|phone number|guy|contact|nr|num)|(?:this is|its|it is|thats|that is) not (?:\\p{L}+ )?(?:s )?(?:number|phone)|not my (?:number|phone)|this isnt (?:\\p{L}+ )?(?:number|phone)|(?:mauvais|faux) numero|ce n est pas (?:le bon|mon) numero|vous vous trompez de personne|vous (?:vous trompez de|avez le mauvais|avez fait un faux) numero|(?:c est )?(?:une )?erreur de numero)${trail}$`,
  'u',
);

/** Of a score, then: "wrong number, I meant 5". */
export const ofAScore =
  /\p{N}| (?:meant|typed|typing|type|put|wrote|entered|gave|score|pain (?:is|was|should)|zero|two|three|four|five|six|seven|eight|nine|ten|fix|correct|correction|typo|mistake|undo|sent|i texted) /u;

/** What is said behind a score, if it begins like an opt-out: "PAIN 6 STOP", "6 please stop texting me". */
export const behindNumber = gatedPattern(
  ['stop', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'opt', 'remove', 'dont', 'arret', 'desabonner'],
  () =>
    '^[^.]{0,60}\\d ((?:and |but |then |now )?(?:(?:please|pls|plz) )?(?:stop|unsubscribe|cancel|end|quit|revoke|opt|optout|remove|dont|stoppez|arret|arrete|arretez|arreter|desabonner)(?= |$).*)$',
);
