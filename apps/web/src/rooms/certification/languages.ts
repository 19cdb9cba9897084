/** Languages in which customers and procedures speak, each under its own name. */
export const languages = [
  { value: 'en', label: 'English' },
  { value: 'fr', label: 'Français' },
];
