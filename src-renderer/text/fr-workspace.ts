/** What the workspace says: windows, layouts, pins, notices, menus. French. */
import { formatNumber, plural } from './format.ts';

interface PersonThere {
  readonly personName: string;
  /** The reader, at another workstation. */
  readonly self: boolean;
}

const SELF = 'vous, sur un autre poste';
const AND = new Intl.ListFormat('fr', { type: 'conjunction' });
const listOf = (names: readonly string[]) => AND.format(names);
const capital = (text: string) => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);

export const FR_WORKSPACE = {
  status: {
    pin: 'Épingler',
    pinned: 'Épinglée',
    windows: (count: number) => `Fenêtres (${formatNumber(count)})`,
    notices: (unread: number) => (unread === 0 ? 'Notifications' : `Notifications (${formatNumber(unread)})`),
    log: 'Main courante',
  },
  pin: {
    pin: 'Épingler cette fenêtre',
    unpin: 'Suivre les autres fenêtres',
    pinned: 'Fenêtre épinglée : elle garde son sujet, quoi que l’on choisisse dans les autres.',
    nothing: 'Choisissez d’abord une mission ou une personne à garder.',
  },
  windows: {
    title: 'Fenêtres et dispositions',
    open: 'Fenêtres ouvertes',
    mine: 'cette fenêtre',
    pinned: 'épinglée',
    focus: (title: string) => `Montrer ${title}`,
    close: (title: string) => `Fermer ${title}`,
    closeShort: 'Fermer',
    reopen: 'Rouvrir la dernière fermée',
    new: 'Nouvelle fenêtre',
    layouts: 'Dispositions',
    noLayout: 'Aucune disposition enregistrée : placez vos fenêtres, puis donnez un nom à l’ensemble.',
    layoutName: 'Nom de la disposition',
    save: 'Enregistrer les fenêtres telles qu’elles sont',
    apply: 'Appliquer',
    applyNamed: (name: string) => `Appliquer ${name}`,
    rename: 'Renommer',
    renameNamed: (name: string) => `Renommer ${name}`,
    remove: 'Supprimer',
    removeNamed: (name: string) => `Supprimer ${name}`,
    keep: 'Enregistrer le nom',
    contents: (windows: readonly string[], displays: number) =>
      `${windows.join(', ')} · ${plural(displays, 'écran', 'écrans')}`,
    help: 'Appliquer une disposition déplace les fenêtres ouvertes avec leurs filtres, ouvre celles qui manquent et ferme les autres ; une fenêtre fermée retrouve ses filtres.',
  },
  notices: {
    title: 'Notifications',
    none: 'Rien n’a été signalé.',
    unread: 'nouveau',
    quiet: 'reçue pendant les heures calmes',
    quietTitle: 'Heures calmes',
    quietHelp:
      'Pendant ces heures, rien ne s’affiche hors de cette liste ; leur fin dit combien de notifications sont arrivées.',
    from: 'De',
    to: 'à',
    save: 'Enregistrer',
    off: 'Toujours notifier',
    noQuiet: 'Aucune heure calme.',
    quietNow: (from: string, to: string) => `Calme de ${from} à ${to}.`,
    kinds: {
      alert: 'Alerte',
      conflict: 'Conflit',
      refused: 'Refus',
      blocked: 'Bloqués',
      'hand-over': 'Relève',
      storage: 'Stockage',
      session: 'Session',
      other: 'Information',
    } as Readonly<Record<string, string>>,
  },
  presence: {
    selfShort: 'Vous',
    onRow: (people: readonly PersonThere[]) => {
      const names = listOf(people.map(({ personName, self }) => (self ? SELF : personName)));
      if (people.length > 1) return `${capital(names)} ont cette mission ouverte`;
      return people[0]?.self === true
        ? 'Vous avez cette mission ouverte sur un autre poste'
        : `${names} a cette mission ouverte`;
    },
    self: (at: string) => `Vous avez aussi cette mission ouverte sur un autre poste, depuis ${at}.`,
    others: (people: readonly { readonly personName: string; readonly at: string }[]) =>
      people.length === 1
        ? `${people[0]?.personName} a aussi cette mission ouverte, depuis ${people[0]?.at}.`
        : `Ont aussi cette mission ouverte : ${people.map(({ personName, at }) => `${personName} (depuis ${at})`).join(', ')}.`,
    softLock: (names: readonly string[]) =>
      names.length === 1
        ? `${names[0]} travaille peut-être sur le même sujet : prévenez avant de décider. Rien ne vous en empêche.`
        : `${names.join(', ')} travaillent peut-être sur les mêmes sujets : prévenez avant de décider. Rien ne vous en empêche.`,
  },
  log: {
    title: 'Main courante et relève',
    kind: 'Nature',
    text: 'Texte',
    noHealthData: 'Sans donnée de santé ni nom de volontaire.',
    write: 'Ajouter à la main courante',
    none: 'Rien n’a encore été écrit par votre cellule.',
    notKnown: 'Le service national n’est pas joignable : seules vos entrées en attente sont montrées.',
    waiting: 'en attente d’envoi',
    sent: 'envoyée',
    sending: 'Envoi',
    me: 'Vous',
    at: 'Moment',
    author: 'Auteur',
    day: 'Jour',
    find: 'Chercher dans la main courante',
    search: 'Chercher un mot, un auteur',
    byKind: 'Filtrer par nature',
    byAuthor: 'Filtrer par auteur',
    byDay: 'Filtrer par jour',
    everyKind: 'Toutes natures',
    everyAuthor: 'Tous les auteurs',
    everyDay: 'Tous les jours',
    copy: 'Copier',
    copied: (count: number) => `${plural(count, 'entrée copiée', 'entrées copiées')}.`,
    fileTitle: 'Main courante',
    older: 'Montrer des entrées plus anciennes',
    /** `more`: the service has older ones, which the search does not read yet. */
    found: (count: number, here: number, more: boolean) =>
      `${count === here ? plural(here, 'entrée', 'entrées') : `${formatNumber(count)} sur ${plural(here, 'entrée', 'entrées')}`}${more ? ', les plus récentes : les plus anciennes ne sont pas encore cherchées' : ''}.`,
    kinds: {
      'hand-over': 'Relève',
      call: 'Appel',
      instruction: 'Consigne',
      note: 'Note',
    },
  },
  menu: {
    label: 'Actions sur la ligne',
    lookedMission: 'la mission affichée',
    lookedPerson: 'la personne affichée',
  },
  palette: {
    filter: (text: string) => `Filtrer cette liste : « ${text} »`,
    filterKey: 'Maj Entrée',
    inWindow: 'Dans cette fenêtre',
    window: 'Fenêtre',
    layout: 'Disposition',
    focus: (title: string) => `Aller à la fenêtre : ${title}`,
    apply: (name: string) => `Disposition : ${name}`,
    windowsAndLayouts: 'Fenêtres et dispositions…',
    saveLayout: 'Enregistrer la disposition des fenêtres…',
    notices: 'Notifications…',
    log: 'Main courante et relève…',
    help: 'Raccourcis de cette fenêtre',
    close: 'Fermer cette fenêtre',
    reopen: 'Rouvrir la dernière fenêtre fermée',
  },
  shortcuts: {
    windows: 'Fenêtres',
    onRows: 'Sur les lignes choisies',
    fromQueue: 'Depuis la file',
    lines: {
      windows: 'Fenêtres et dispositions',
      focusNth: 'Aller à la fenêtre n° 1 à 9',
      layoutNth: 'Appliquer la disposition n° 1 à 9',
      reopen: 'Rouvrir la dernière fenêtre fermée',
      pin: 'Épingler, ou suivre à nouveau',
      notices: 'Notifications',
      log: 'Main courante et relève',
      menu: 'Menu de la ligne',
    },
  },
} as const;
