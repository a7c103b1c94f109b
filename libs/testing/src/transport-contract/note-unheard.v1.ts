/** Something that no consumer of the suite reacts to. */
export class NoteUnheardV1 {
  static readonly type = 'vn.motcua.note.unheard.v1';
  static readonly topic = 'motcua.note';
}
