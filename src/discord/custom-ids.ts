/** The custom_ids of buttons and menus: all the state that they need, so that they outlive a restart. */

/** The menu of an ambiguous answer; its value is the id of the entry that was meant. */
export const CHOOSE = 'choose';
/** The menu "Not what you asked?"; its value is an entry's id. */
export const OTHER = 'other';
