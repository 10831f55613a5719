"""What people call the fields of a posting in other tools and languages."""

import re
from collections.abc import Mapping

from generator.importers.mapping.field_map import BODY, FILE
from generator.model.slugs import fold

# Field of ours to names elsewhere, the likelier first. A name may stand with several: values decide.
NAMES: Mapping[str, tuple[str, ...]] = {
    "title": (
        "title", "job title", "position title", "role title", "posting title", "headline", "role",
        "position", "name", "titel", "stellentitel", "jobtitel", "stelle", "stellenbezeichnung", "titre",
        "intitule", "intitule du poste", "poste", "titulo", "puesto", "titolo", "posizione", "functietitel",
        "functie", "rolle", "titulo da vaga", "cargo",
    ),
    "category": (
        "category", "categories", "department", "departments", "dept", "function", "discipline",
        "job family", "area", "sector", "kategorie", "abteilung", "bereich", "fachbereich", "berufsfeld",
        "categorie", "departement", "metier", "categoria", "departamento", "area de trabajo", "reparto",
        "afdeling", "vakgebied", "avdelning", "kategori", "afdelning",
    ),
    "location": (
        "location", "locations", "place", "where", "office", "offices", "job location", "site",
        "standort", "standorte", "arbeitsort", "einsatzort", "ort", "lieu", "lieu de travail",
        "localisation", "ubicacion", "lugar", "sede", "luogo", "locatie", "standplaats", "plats",
        "placering", "local", "localizacao",
    ),
    "remote": (
        "remote", "is remote", "remote ok", "remote work", "workplace", "work mode", "working mode",
        "workplace type", "location type", "home office", "teletravail", "teletrabajo",
        "distans", "thuiswerken",
    ),
    "remote_from": (
        "remote from", "remote countries", "remote regions", "allowed countries", "hiring countries",
    ),
    "employment": (
        "employment", "employment type", "job type", "contract type", "commitment", "type", "contract",
        "schedule", "time type", "working time", "beschaftigungsart", "anstellungsart", "arbeitszeit",
        "vertragsart", "type de contrat", "contrat", "temps de travail", "tipo de contrato", "jornada",
        "contrato", "contratto", "dienstverband", "contractvorm", "anstallningsform", "omfattning",
        "ansaettelsesform",
    ),
    "salary": (
        "salary", "salary range", "pay", "pay range", "compensation", "wage", "remuneration", "gehalt",
        "lohn", "verdienst", "salaire", "remuneration brute", "salario", "retribucion", "stipendio",
        "retribuzione", "salaris", "lon", "loen", "salario mensal",
    ),
    "salary.minimum": (
        "salary min", "min salary", "salary minimum", "minimum salary", "salary from", "pay min",
        "pay from", "compensation min", "salary low", "base salary min value",
        "base salary value min value", "gehalt von", "gehalt min", "salaire min", "salario minimo",
        "lon fran",
    ),
    "salary.maximum": (
        "salary max", "max salary", "salary maximum", "maximum salary", "salary to", "pay max", "pay to",
        "compensation max", "salary high", "base salary max value", "base salary value max value",
        "gehalt bis", "gehalt max", "salaire max", "salario maximo", "lon till",
    ),
    "salary.currency": (
        "salary currency", "currency", "pay currency", "compensation currency", "base salary currency",
        "wahrung", "devise", "moneda", "valuta", "moeda",
    ),
    "salary.per": (
        "salary per", "salary period", "salary interval", "pay period", "pay interval", "salary unit",
        "salary type", "compensation interval", "base salary value unit text", "per", "gehalt pro",
        "zeitraum", "periode",
    ),
    "posted": (
        "posted", "date posted", "posted at", "posted on", "date", "published at", "published on",
        "publish date", "published date", "pub date", "publication date", "created", "created at",
        "veroffentlicht", "veroffentlicht am", "datum", "publie le", "date de publication", "fecha",
        "fecha de publicacion", "data", "data pubblicazione", "publicatiedatum", "publicerad",
        "data de publicacao", "timestamp", "zeitstempel", "horodateur", "marca temporal",
    ),
    "opens": ("opens", "publish date", "opening date", "visible from", "start publishing"),
    "closes": (
        "closes", "closing date", "close date", "deadline", "application deadline", "apply by",
        "apply before", "expires", "expires at", "expiry date", "expiration date", "valid through",
        "valid until", "end date", "bewerbungsschluss", "bewerbungsfrist", "frist", "date limite",
        "date de cloture", "fecha limite", "fecha de cierre", "scadenza", "sluitingsdatum",
        "sista ansokningsdag", "prazo",
    ),
    "updated": (
        "updated", "lastmod", "last modified", "modified", "updated at", "last modified at",
        "date modified", "aktualisiert", "mise a jour",
    ),
    "status": ("status", "state", "job status"),
    "apply": (
        "apply", "apply url", "apply link", "application url", "application link", "apply to", "apply at",
        "apply email", "application email", "how to apply", "external url", "external link", "job url",
        "link", "url", "bewerbungslink", "bewerben", "bewerbung", "e mail", "postuler", "lien",
        "lien de candidature", "enlace", "candidatura", "solliciteren", "sollicitatielink", "ansok",
        "ansokan",
    ),
    "summary": (
        "summary", "excerpt", "teaser", "intro", "short description", "meta description", "subtitle",
        "seo description", "lead", "description", "kurzbeschreibung", "zusammenfassung", "resume",
        "resumen", "sammanfattning", "samenvatting", "sommario",
    ),
    BODY: (
        "body", "content", "description html", "job description", "full description", "description", "text",
        "details", "html", "markdown", "beschreibung", "stellenbeschreibung", "inhalt", "contenu",
        "descriptif", "description du poste", "descripcion", "contenido", "descrizione", "omschrijving",
        "functieomschrijving", "beskrivning", "descricao",
    ),
    "term": (
        "term", "duration", "contract length", "contract duration", "laufzeit", "dauer", "duree",
        "duracion",
    ),
    "id": ("id", "job id", "posting id", "uid", "guid", "uuid", "identifier", "external id", "job code"),
    "requisition": (
        "requisition", "requisition id", "req id", "req", "reference", "reference number", "ref",
        "job reference", "referenz", "kennziffer", "stellennummer", "stellen nr", "referencia", "referentie",
        "referens", "referensnummer",
    ),
    "team": ("team", "squad", "group", "sub team", "equipe", "equipo", "lag"),
    "level": (
        "level", "seniority", "seniority level", "experience level", "career level", "karrierestufe",
        "niveau",
    ),
    "skills": (
        "skills", "required skills", "technologies", "tech", "stack", "tech stack", "kenntnisse",
        "competences",
    ),
    "languages": (
        "languages", "required languages", "language skills", "sprachen", "sprachkenntnisse", "langues",
    ),
    "hours": ("hours", "hours per week", "weekly hours", "wochenstunden", "heures", "uren", "timmar"),
    "start": (
        "start", "start date", "starting date", "starts", "eintrittsdatum", "beginn", "date de debut",
    ),
    "positions": (
        "positions", "number of positions", "vacancies", "openings", "headcount", "anzahl", "antal",
    ),
    "education": ("education", "degree", "education level", "ausbildung", "abschluss", "formation"),
    "experience": ("experience", "months of experience"),
    "contact": ("contact", "recruiter", "contact person", "hiring manager", "ansprechpartner", "kontakt"),
    "contact.name": ("contact name", "recruiter name", "kontakt name"),
    "contact.email": ("contact email", "recruiter email", "kontakt email"),
    "company": (
        "company", "company name", "employer", "organization", "organisation", "hiring organization",
        "hiring organization name", "unternehmen", "firma", "arbeitgeber", "entreprise", "empresa",
    ),
    FILE: ("slug",),
    "aliases": (
        "permalink", "aliases", "redirect from", "redirects", "path", "old url", "old urls", "url", "link",
    ),
    "language": ("language", "lang", "locale", "sprache", "langue"),
}  # fmt: skip

# The parts of a place, from specific to general.
CITY = (
    "city",
    "town",
    "locality",
    "address locality",
    "stadt",
    "ville",
    "ciudad",
    "citta",
    "stad",
    "by",
    "cidade",
)
REGION = ("region", "state", "province", "address region", "bundesland", "provincia", "lan", "county")
COUNTRY = ("country", "address country", "land", "pays", "pais", "paese", "nation")

# Maps that tools put all fields of an author's own into, and that say nothing by themselves.
_WRAPPERS = frozenset(
    ("params", "extra", "job", "data", "fields", "meta", "acf", "attributes", "posting", "custom")
)
# What many things have: not telling without the thing.
_OF_ANYTHING = frozenset(
    ("name", "title", "label", "value", "text", "id", "url", "link", "email", "type", "date", "status")
)


def folded(name: str) -> str:
    """A name without case, accents, and all that stands between its words."""
    return re.sub(r"[\W_]", "", fold(name))


def spellings(name: str) -> tuple[str, ...]:
    """What a source's field may be known by: its whole name, and that without the maps around it.

    `role.category` is a category, and so is `category.name`; but whose title `author.title` is, nobody knows.
    """
    steps = [folded(step) for step in name.split(".")]
    while len(steps) > 1 and steps[0] in _WRAPPERS:
        steps = steps[1:]
    whole = (folded(name), "".join(steps))
    if len(steps) == 1:
        return whole
    return (*whole, "".join(steps[:-1]) if steps[-1] in _OF_ANYTHING else steps[-1])


def named(names: tuple[str, ...], wanted: tuple[str, ...]) -> list[str]:
    """Those of a source's names that one of the wanted ones spells, in the order of the wanted."""
    order = {folded(name): index for index, name in reversed(list(enumerate(wanted)))}
    ranks = {name: min((order[s] for s in spellings(name) if s in order), default=None) for name in names}
    return sorted((n for n in names if ranks[n] is not None), key=lambda name: ranks[name] or 0)


_KNOWN = frozenset(folded(name) for names in (*NAMES.values(), CITY, REGION, COUNTRY) for name in names)


def is_known(name: str) -> bool:
    """Whether the name is one that some field of a posting goes by somewhere."""
    return folded(name) in _KNOWN
