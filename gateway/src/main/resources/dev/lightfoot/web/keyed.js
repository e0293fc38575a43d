/** Keeps a list on the page as it is while its items change, so that focus and half-filled forms stay. */
export class Keyed {
  /** @param make gives { element, update(item) } for a new item */
  constructor(place, key, make) {
    this.place = place;
    this.key = key;
    this.make = make;
    this.parts = new Map();
  }

  show(items) {
    const seen = new Set(items.map(this.key));
    for (const [key, part] of this.parts) {
      if (!seen.has(key)) {
        part.element.remove();
        this.parts.delete(key);
      }
    }
    items.forEach((item, index) => {
      const key = this.key(item);
      const part = this.parts.get(key) ?? this.make(item);
      this.parts.set(key, part);
      part.update(item);
      if (this.place.children[index] !== part.element) this.place.insertBefore(part.element, this.place.children[index] ?? null);
    });
  }
}
