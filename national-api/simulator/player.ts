/** Whom the simulator speaks as: an establishment account or a volunteer. */
export interface Player {
  readonly kind: 'account' | 'candidate';
  readonly id: string;
}
