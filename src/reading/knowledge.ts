// What the reader knows of the world before it reads. Plain data, handed in as a value; `src/knowledge/` holds it, with sources and licences.

export interface Knowledge {
  /** Names its version of the data; part of the reader's name, so that two Readings can be told apart. */
  readonly version: string
}
