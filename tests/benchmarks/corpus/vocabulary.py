"""The words of an invented maker of instruments for rivers, weather and soil."""

COMPANY = "Quillmere"
HOST = "quillmere.example"
TAGLINE = "Instruments for rivers, weather and soil, and the people who read them."
DESCRIPTION = (
    "Quillmere builds gauges that stand in cold water for ten years and tell the truth the whole time. "
    "We make them, install them, repair them and answer the telephone when they ring."
)

# Top category: its leaves, each with its roles.
CATEGORIES: dict[str, dict[str, tuple[str, ...]]] = {
    "Engineering": {
        "Backend": ("Backend Engineer", "Services Engineer", "API Engineer"),
        "Frontend": ("Frontend Engineer", "Web Engineer", "Interface Engineer"),
        "Platform": ("Platform Engineer", "Site Reliability Engineer", "Build Engineer"),
        "Embedded": ("Firmware Engineer", "Embedded Engineer", "Electronics Engineer"),
    },
    "Data & Science": {
        "Data Engineering": ("Data Engineer", "Pipeline Engineer", "Database Engineer"),
        "Forecasting": ("Forecast Scientist", "Machine Learning Engineer", "Model Validator"),
        "Analytics": ("Data Analyst", "Analytics Engineer", "Statistician"),
        "Hydrology": ("Hydrologist", "Sediment Scientist", "Flood Modeller"),
    },
    "Design": {
        "Product Design": ("Product Designer", "Interaction Designer", "Instrument Designer"),
        "User Research": ("User Researcher", "Field Researcher", "Research Coordinator"),
        "Brand": ("Brand Designer", "Illustrator", "Motion Designer"),
        "Content Design": ("Content Designer", "Editor", "Translator"),
    },
    "Product": {
        "Product Management": ("Product Manager", "Product Owner", "Market Analyst"),
        "Programmes": ("Programme Manager", "Delivery Manager", "Launch Coordinator"),
        "Product Operations": ("Operations Analyst", "Release Manager", "Tools Specialist"),
        "Technical Writing": ("Technical Writer", "Manual Editor", "Standards Writer"),
    },
    "Making": {
        "Assembly": ("Assembly Technician", "Soldering Specialist", "Line Lead"),
        "Quality": ("Quality Inspector", "Test Engineer", "Audit Specialist"),
        "Calibration": ("Calibration Technician", "Metrologist", "Laboratory Assistant"),
        "Supply Chain": ("Buyer", "Stock Planner", "Logistics Coordinator"),
    },
    "In the Field": {
        "Installation": ("Installation Engineer", "Rigging Technician", "Site Planner"),
        "Field Service": ("Service Technician", "Repair Technician", "Service Dispatcher"),
        "Surveying": ("Surveyor", "Drone Pilot", "Mapping Specialist"),
        "Boats & Vehicles": ("Boat Handler", "Workshop Mechanic", "Fleet Planner"),
    },
    "Customers": {
        "Sales": ("Account Manager", "Tender Specialist", "Sales Engineer"),
        "Customer Success": ("Success Manager", "Onboarding Specialist", "Trainer"),
        "Support": ("Support Engineer", "Support Specialist", "Night Desk Operator"),
        "Partnerships": ("Partner Manager", "Grants Manager", "Alliance Coordinator"),
    },
    "Company": {
        "Finance": ("Accountant", "Financial Controller", "Payroll Specialist"),
        "People": ("People Partner", "Recruiter", "Learning Specialist"),
        "Legal": ("Counsel", "Privacy Specialist", "Contracts Manager"),
        "Workplace": ("Office Coordinator", "Facilities Technician", "Canteen Cook"),
    },
}

# Country: its currency and cities.
COUNTRIES: dict[str, tuple[str, tuple[str, ...]]] = {
    "Norway": ("NOK", ("Bergen", "Trondheim", "Tromsø")),
    "Sweden": ("SEK", ("Uppsala", "Malmö", "Umeå")),
    "Denmark": ("DKK", ("Aarhus", "Odense")),
    "Germany": ("EUR", ("Hamburg", "Dresden", "Freiburg", "Bremen")),
    "France": ("EUR", ("Lyon", "Nantes", "Grenoble")),
    "Spain": ("EUR", ("Zaragoza", "Bilbao", "Valencia")),
    "Italy": ("EUR", ("Turin", "Trieste")),
    "Netherlands": ("EUR", ("Utrecht", "Groningen", "Rotterdam")),
    "United Kingdom": ("GBP", ("Bristol", "Leeds", "Glasgow", "Cardiff")),
    "Ireland": ("EUR", ("Cork", "Galway")),
    "Poland": ("PLN", ("Wrocław", "Gdańsk")),
    "Canada": ("CAD", ("Winnipeg", "Calgary", "Halifax")),
    "United States": ("USD", ("Duluth", "Boise", "Baton Rouge", "Sacramento")),
    "Japan": ("JPY", ("Sendai", "Kanazawa")),
    "New Zealand": ("NZD", ("Dunedin", "Nelson")),
}

# Cities with an office page.
OFFICES = {
    "norway/bergen": (
        "The Bergen office stands on the quay beside the old rope walk. About ninety people work here, "
        "most of "
        "them on firmware and calibration, and all of them own a good coat.\n\n"
        "The tide gauge at the door was the first one we ever sold. It has been read every hour since 1994, "
        "and it still argues with the harbour office about the spring of 2003."
    ),
    "germany/hamburg": (
        "Hamburg is where the instruments are put together. The hall is quiet, warm and very clean, and the "
        "canteen is not quiet at all.\n\nAssembly, quality and the supply chain share one floor, so that a "
        "question takes a walk and not a ticket."
    ),
    "united-kingdom/bristol": (
        "Bristol has the largest tidal range we could afford an office beside. Research, design and support "
        "work here, above a boat shed that is mostly full of boats."
    ),
    "united-states/duluth": (
        "Duluth looks after everything we have standing in North American water. In January the field teams "
        "come in to repair what the ice has bent, and the office smells of solder."
    ),
}

SENIORITIES = (
    ("", "mid", 24),
    ("", "mid", 36),
    ("Senior", "senior", 60),
    ("Junior", "entry", 6),
    ("Lead", "lead", 84),
    ("Principal", "lead", 120),
)

TEAMS = (
    "Tide Gauges", "Snow Pack", "Soil Moisture", "Wind Profiles", "Telemetry", "River Network", "Deep Wells",
    "Harbours", "Glacier Watch", "Flood Warnings", "Rain Radar", "Reservoirs", "Peat & Bog", "Lightning",
    "Turbidity", "Buoys", "Avalanche Lines", "Canal Locks", "Dew Point", "Estuaries", "Frost", "Spillways",
)  # fmt: skip

SKILLS: dict[str, tuple[str, ...]] = {
    "Engineering": ("Go", "Rust", "TypeScript", "PostgreSQL", "C", "code review", "tracing", "Linux",
        "testing"),
    "Data & Science": ("Python", "SQL", "statistics", "time series", "R", "remote sensing", "data modelling"),
    "Design": ("prototyping", "typography", "interviewing", "writing", "illustration", "accessibility",
        "maps"),
    "Product": ("roadmaps", "facilitation", "budgeting", "technical writing", "negotiation", "release notes"),
    "Making": ("soldering", "torque tools", "lean methods", "ISO 17025", "pressure testing", "stock keeping"),
    "In the Field": ("rope access", "boat licence", "GNSS", "first aid", "welding", "trailer driving",
        "drones"),
    "Customers": ("tendering", "presenting", "contracts", "ticket triage", "training", "account planning"),
    "Company": ("payroll", "IFRS", "employment law", "mediation", "bookkeeping", "data protection",
        "catering"),
}  # fmt: skip

LANGUAGES = ("English", "Norwegian", "German", "French", "Spanish", "Polish", "Japanese")
FIRST_NAMES = (
    "Ines",
    "Torvald",
    "Maren",
    "Odile",
    "Casimir",
    "Runa",
    "Bertil",
    "Aoife",
    "Hanno",
    "Yuki",
    "Pia",
)
LAST_NAMES = ("Strand", "Vantongeren", "Ashdown", "Kolbe", "Lindqvist", "Marchetti", "Oyelaran", "Prudhomme")

THINGS = (
    "gauge", "buoy", "logger", "mast", "rain collector", "calibration tank", "sounding line",
    "weather cabinet",
    "flow meter", "solar mast", "winch", "sensor head", "data feed", "warning message", "pressure cell",
    "float switch", "repair kit", "survey boat", "test rig", "forecast", "spare-parts list", "handbook",
)  # fmt: skip
QUALITIES = (
    "slow", "honest", "battered", "well documented", "half finished", "much loved", "oddly expensive",
    "sturdy",
    "quiet", "temporary since 2011", "older than its keeper", "ready for winter", "hard to reach", "simple",
)  # fmt: skip
PEOPLE = (
    "water boards", "harbour masters", "farmers", "ski patrols", "dam keepers", "city engineers",
    "school classes",
    "ferry crews", "insurers", "fire brigades", "the people downstream", "three universities", "night shifts",
)  # fmt: skip
MATTERS = (
    "battery life", "the winter plan", "missing readings", "drift after a frost", "a second supplier",
    "the Tuesday alarm", "false warnings", "spare cables", "the way we hand over", "what a reading costs",
    "lost packets", "the museum exhibit", "training days", "how we name things", "the cost of a boat trip",
)  # fmt: skip
