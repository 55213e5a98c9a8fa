/** Exports asked by windows: who asks, under which series and key, with whose agreement; then the file, to where they want it. */
import type { ExportForm, ExportSeal, ExportState } from '../../../contract/app/snapshot-contract.ts';
import { scopeOf } from '../../../contract/domain/right.ts';
import { isRoleName } from '../../../contract/domain/role.ts';
import { canonicalJson } from '../../../contract/national/canonical-json.ts';
import type { Host } from '../../host/host.ts';
import type { EngineRoom } from '../../rpc/engine-room.ts';
import { failure } from '../../rpc/failure.ts';
import { approve } from '../format/approval.ts';
import type { Actor, Approval, SnapshotRequest } from '../format/manifest.ts';
import type { Seal } from '../format/seal.ts';
import { digestOf, formOf, readAgreement, readRequest, requestOf, writeAgreement, writeRequest } from './agreements.ts';
import { takeExport } from './engine-file.ts';
import type { SnapshotKeys } from './snapshot-keys.ts';
import type { TrustKeeper } from './trust-keeper.ts';

export interface ExportDeskParts {
  readonly room: EngineRoom;
  readonly keys: SnapshotKeys;
  readonly trust: TrustKeeper;
  readonly clock: () => number;
  readonly newId: () => string;
  readonly version: string;
  readonly saveFile: Host['saveFile'];
  readonly wait: (ms: number) => Promise<void>;
}

/** What this workstation makes for itself. */
export interface OwnOrder {
  readonly kind: ExportForm['kind'];
  readonly request: SnapshotRequest;
  readonly seal: Seal | null;
  /** Compared and thrown away. */
  readonly staysHere: boolean;
}

export interface ExportDesk {
  person(): Promise<Actor | null>;
  askAgreement(form: ExportForm): Promise<{ request: string; digest: string }>;
  readAgreement(text: string): { form: ExportForm; author: Omit<Actor, 'id'>; digest: string };
  agree(text: string): Promise<string>;
  start(form: ExportForm, seal: ExportSeal, agreement: string | null): Promise<string>;
  state(exportId: string): Promise<ExportState>;
  stop(exportId: string): Promise<void>;
  save(exportId: string): Promise<{ saved: boolean; fileName: string }>;
  /** Makes a file for this workstation itself, waiting for it. */
  make(order: OwnOrder): Promise<Uint8Array>;
}

const POLL_MS = 50;
const NOT_A_REQUEST = 'Ce texte n’est pas une demande d’export : copiez-le en entier.';
const NOT_AN_AGREEMENT = 'Ce texte n’est pas un accord : copiez-le en entier.';
const OTHER_REQUEST = 'L’accord porte sur une autre demande que celle-ci : demandez-le à nouveau.';
const OWN_REQUEST = 'Personne ne donne son accord à sa propre demande : une seconde personne doit le faire.';
const NO_RIGHT = 'Votre habilitation ne permet pas de donner cet accord.';

export function createExportDesk(parts: ExportDeskParts): ExportDesk {
  const { room, keys, trust, clock, newId } = parts;
  const names = new Map<string, string>();
  const control = () => room.client.snapshotControl;

  async function person(): Promise<Actor | null> {
    const { person: found } = await room.client.sync.state();
    return found && { id: found.id, name: found.name, role: found.role, agency: found.agency };
  }
  async function requirePerson(): Promise<Actor> {
    const found = await person();
    if (found === null) throw failure('signed-out');
    return found;
  }
  async function newRequest(form: ExportForm): Promise<SnapshotRequest> {
    const author = await requirePerson();
    const series = form.seriesName === null ? null : await control().seriesNamed({ name: form.seriesName });
    return requestOf(form, newId(), author, series);
  }
  /** The request that was agreed to, if it is the one of the form. */
  async function agreedRequest(
    form: ExportForm,
    text: string,
  ): Promise<{ request: SnapshotRequest; approval: Approval }> {
    const agreed = readAgreement(text);
    if (agreed === null) throw failure('not-allowed', { message: NOT_AN_AGREEMENT });
    const wanted = { ...(await newRequest(form)), id: agreed.request.id };
    if (canonicalJson(wanted) !== canonicalJson(agreed.request))
      throw failure('not-allowed', { message: OTHER_REQUEST });
    return agreed;
  }
  async function order(
    kind: ExportForm['kind'],
    request: SnapshotRequest,
    approval: Approval | null,
    seal: Seal | null,
    staysHere = false,
  ) {
    const secret = await keys.signingSecret();
    const signer = Buffer.from(secret).toString('base64');
    secret.fill(0);
    const application = `renfort-regulation ${parts.version}`;
    const sealed = seal?.type === 'recipients' ? { ...seal, recipients: [...seal.recipients] } : seal;
    const input = { kind, request, approval, application, signer, seal: sealed, trust: await trust.list(), staysHere };
    const { exportId } = await control().exportStart(input);
    return exportId;
  }
  async function state(exportId: string): Promise<ExportState> {
    const found = await control().exportState({ exportId });
    if (found === null) throw failure('not-found', { message: 'Cet export n’est plus connu du poste.' });
    return found;
  }

  return {
    person,
    async askAgreement(form) {
      const request = await newRequest(form);
      return { request: writeRequest(request), digest: digestOf(request) };
    },
    readAgreement(text) {
      const request = readRequest(text);
      if (request === null) throw failure('not-allowed', { message: NOT_A_REQUEST });
      const { name, role, agency } = request.author;
      return { form: formOf(request), author: { name, role, agency }, digest: digestOf(request) };
    },
    async agree(text) {
      const request = readRequest(text);
      if (request === null) throw failure('not-allowed', { message: NOT_A_REQUEST });
      const by = await requirePerson();
      if (by.id === request.author.id) throw failure('not-allowed', { message: OWN_REQUEST });
      const isAllowed = isRoleName(by.role) && scopeOf('export-nominative', by.role) !== null;
      const isOfRegion = by.agency === null || by.agency === request.scope.agency;
      if (!isAllowed || !isOfRegion) throw failure('not-allowed', { message: NO_RIGHT });
      const approval = approve(request, by, new Date(clock()).toISOString(), await keys.signingKey());
      return writeAgreement(request, approval);
    },
    async start(form, seal, agreement) {
      const { request, approval } =
        agreement === null ? { request: await newRequest(form), approval: null } : await agreedRequest(form, agreement);
      const exportId = await order(form.kind, request, approval, seal);
      const place = form.agency === null ? 'nation' : `ars-${form.agency}`;
      names.set(
        exportId,
        `instantane-${place}-${new Date(clock()).toISOString().slice(0, 16).replaceAll(':', 'h')}.renfort`,
      );
      return exportId;
    },
    state,
    stop: async (exportId) => control().exportStop({ exportId }),
    async save(exportId) {
      const fileName = names.get(exportId) ?? 'instantane.renfort';
      const bytes = await takeExport(room.client, exportId);
      if (bytes.byteLength === 0)
        throw failure('not-found', { message: 'Ce fichier n’est plus là : exportez à nouveau.' });
      names.delete(exportId);
      return { saved: await parts.saveFile(fileName, bytes), fileName };
    },
    async make({ kind, request, seal, staysHere }) {
      const exportId = await order(kind, request, null, seal, staysHere);
      for (;;) {
        const { step, message } = await state(exportId);
        if (step === 'done') return takeExport(room.client, exportId);
        if (step === 'stopped' || step === 'failed') throw failure('unexpected', { message: message ?? '' });
        await parts.wait(POLL_MS);
      }
    },
  };
}
