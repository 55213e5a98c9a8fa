/**
 * The port between the application and what it runs on, in the application's words (ARCHITECTURE §4). Two hosts stand
 * behind it, Electron (the product) and an installed Chromium (closed networks, tests); nothing above asks which.
 */
import type { Connection } from '../../contract/app/connection.ts';

/** Pixels of the virtual desktop. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Display {
  readonly id: string;
  readonly bounds: Bounds;
  readonly scale: number;
}

/** What `--capture` writes about a window, and what a test asks: never used to decide anything. */
export interface WindowFacts {
  readonly title: string;
  /** Rows of tables, or cards of the board, that are drawn right now. */
  readonly rows: number;
  /** Texts that the page wrote as errors, and exceptions that nobody caught. */
  readonly consoleErrors: readonly string[];
  readonly cspViolations: readonly string[];
}

export interface WindowOptions {
  /** The application's own id for this window, stable over a reload. */
  readonly id: string;
  /** Kind of window: 'missions', 'candidates', 'crisis'… it chooses the page's content, not its file. */
  readonly window: string;
  readonly title: string;
  /** Null: the host chooses. */
  readonly bounds: Bounds | null;
}

export interface HostWindow {
  readonly id: string;
  readonly window: string;
  bounds(): Promise<Bounds>;
  /** Moves and resizes it. */
  place(bounds: Bounds): void;
  setTitle(title: string): void;
  focus(): void;
  close(): void;
  onClosed(listener: () => void): void;
  /** The page is gone and the frame is empty: whoever opened it decides to open it again. */
  onCrashed(listener: () => void): void;
  onMoved(listener: (bounds: Bounds) => void): void;
  /** PNG of what the window shows. */
  capture(): Promise<Uint8Array>;
  facts(): Promise<WindowFacts>;
}

/** Keeps small secrets: the database key, the refresh token. Never a file beside what they protect (TRUST S50-S51). */
export interface SecretStore {
  /** 'os': the system's store; 'passphrase': derived from what the person types; 'memory': gone at exit (tests, captures). */
  readonly kind: 'os' | 'passphrase' | 'memory';
  /** French name on the settings screen. */
  readonly label: string;
  /** Null when there is none under that name; throws when there is one that cannot be opened (key lost). */
  read(name: string): Promise<Uint8Array | null>;
  write(name: string, secret: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
}

/** The process that owns the store (ARCHITECTURE §4, the seam of the engine). */
export interface EngineProcess {
  readonly connection: Connection;
  /** Called once, with a reason for the log. */
  onExit(listener: (reason: string) => void): void;
  kill(): void;
}

export interface SignInWindow {
  /**
   * Shows an https (or loopback http) page of the identity provider to the person.
   *
   * @param mayReach origins that the sign-in needs; a host that draws the window itself lets it reach nothing else
   * @throws Error with a French sentence when the address is neither
   */
  open(address: string, mayReach: readonly string[]): Promise<void>;
  /** Puts it away once the answer came. */
  close(): Promise<void>;
}

export interface MenuEntry {
  /** What comes back when it is chosen. */
  readonly id: string;
  readonly label: string;
  /** In Electron's words: 'CmdOrCtrl+K'. */
  readonly accelerator: string | null;
}

export interface MenuGroup {
  readonly label: string;
  readonly entries: readonly (MenuEntry | 'separator')[];
}

export interface Host {
  readonly name: 'electron' | 'chromium';
  /** Folder for the databases, logs and window layouts of this installation. */
  readonly dataFolder: string;
  readonly secrets: SecretStore;
  /** Where sign-in happens: the system browser (Electron) or a window of the host. */
  readonly signIn: SignInWindow;
  displays(): readonly Display[];
  onDisplaysChanged(listener: () => void): void;
  openWindow(options: WindowOptions): Promise<HostWindow>;
  /** A window's page is ready to talk; again after each reload, the former connection having closed. */
  onConnection(listener: (window: HostWindow, connection: Connection) => void): void;
  startEngine(): EngineProcess;
  /** Address of the proxy for a URL, or null for none: the system's setting, then HTTPS_PROXY. */
  proxyFor(address: string): Promise<string | null>;
  notify(title: string, body: string): void;
  /**
   * Shows these groups in the application's menu, where the host has one; what they do is in the pages too.
   *
   * @param onChosen the entry, and the window that was in front
   */
  setMenu(groups: readonly MenuGroup[], onChosen: (entry: string, window: string | null) => void): void;
  /** Seconds since anybody touched this machine, or, where the host cannot know, its windows. */
  idleSeconds(): number;
  /** The system's own session was locked (true), or opened again by its person (false); never told where none tells. */
  onScreenLock(listener: (locked: boolean) => void): void;
  /** The text of an address of ours that was opened elsewhere (TRUST S34): to be parsed before anything else. */
  onDeepLink(listener: (address: string) => void): void;
  /** The path of a snapshot that was opened with us: a double click, the command line. */
  onOpenFile(listener: (path: string) => void): void;
  /** Asks where and writes; false when the person cancelled. */
  saveFile(suggestedName: string, content: Uint8Array): Promise<boolean>;
  /** Awaited, in the order they were given, before the host ends. */
  onQuit(listener: () => Promise<void>): void;
  quit(): Promise<void>;
}
