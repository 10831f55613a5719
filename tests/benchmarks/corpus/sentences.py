"""What a posting's words are put together from; a name in braces is drawn anew each time."""

OPENINGS = (
    "The {team} team looks after {number} instruments between here and the sea, and somebody has to care "
    "about "
    "each {thing}. That is most of this job. The rest is telling {people} what it means.",
    "Last spring a {thing} stopped talking to us for {number} hours. Nobody downstream noticed, which is "
    "how we "
    "like it, but we noticed, and this job comes out of what we found.",
    "We are looking for someone who reads a {quality} {thing} the way others read a newspaper, and who tells "
    "{people} early when the news is bad.",
    "Our work on {team} started with one {thing} and a borrowed van. Now {number} sites depend on it, "
    "and the "
    "team needs another pair of hands and another opinion.",
    "Everything that {people} know about tonight's water came through a {thing} that somebody here designed, "
    "built, installed or repaired. You would join the {number} people who make sure of that.",
    "This is a job for someone who likes {quality} machines, plain words and the occasional very cold "
    "morning "
    "beside a {thing}.",
)

SENTENCES = (
    "Most weeks begin with {matter} and end with something else, and we write down why.",
    "You decide what to do about {matter}, after asking the people who will live with it.",
    "The {thing} we have now is {quality}; the next one should be less so.",
    "We ship small changes on Tuesdays and Thursdays, and nothing at all before a storm.",
    "About {number} readings arrive every second, and most of them are right.",
    "When a {thing} fails we ask what made the failure easy, never whose fault it was.",
    "Half of what you do will be visible to {people}, and they will say what they think of it.",
    "There is a workshop on the ground floor, and you may take things apart in it.",
    "You will work with {skill} on most days, and learn the parts of it that nobody writes about.",
    "A design is two pages long and answers one question; the last one was about {matter}.",
    "Twice a year we stop for a week and repair whatever annoys us most.",
    "The {team} team keeps a list of things it won't do, and reads it aloud every quarter.",
    "If a meeting has no question, we cancel it and have lunch.",
    "Some of this is routine, and we'd rather say so now than in your third month.",
    "You can expect a straight answer about {matter}, even where the answer is that we don't know.",
    "Travel is about {number} days a year, planned a month ahead, by train wherever there is one.",
    "We keep the old {thing} running beside the new one for a season before we trust either.",
    "In your first month you visit a site, get wet and see why {matter} is harder than it looks.",
)

TASKS = (
    "**Look after what exists.** Keep {number} sites working, and retire the {thing} that nobody would miss.",
    "**Build the next {thing}.** Start from what {people} asked for, not from what we sold last year.",
    "**Write it down.** A colleague in another time zone should be able to mend it from your notes alone.",
    "**Speak early.** When {matter} looks doubtful, say so while it's still cheap.",
    "**Share the pager.** One week in {few}, with a day off afterwards and a rule that alarms must be rare.",
    "Review the work of two or three colleagues a week, kindly and in writing",
    "Plan the season for {team} together with the people who drive the vans",
    "Measure {matter} before and after, and publish both figures",
    "Sit with {people} for a day each quarter and watch what they actually do",
    "Bring a {quality} {thing} up to the standard of the rest, or argue for its retirement",
    "Choose suppliers with the workshop, and visit them",
    "Answer questions about {matter} from whoever asks, including journalists and children",
    "Keep an eye on cost: a {thing} that needs a boat is never cheap",
    "Teach one thing you know well, on a Friday, to anyone who turns up",
)

WISHES = (
    "You have worked with {skill} long enough to have an opinion and to have changed it once.",
    "You've kept something running through a winter, on a river or on a rack.",
    "You can explain {matter} to somebody who is cold, wet and in a hurry.",
    "You know a little of {skill} and would like to know more.",
    "You finish things. A {quality} {thing} bothers you.",
    "You ask before you guess, and you guess well when there's nobody to ask.",
    "You write so that {people} understand it the first time.",
    "You don't mind being the one who says that {matter} will be late.",
    "You're comfortable with {skill}, or with something close enough that we'd both see the way over.",
    "You have disagreed with a manager and both of you still work in the trade.",
)

SIDES = ("The first three months", "Who you would work with", "What this job isn't")

PLACES = (
    "The office in {city} is {number} steps from the water and has a drying room.",
    "From {city} you reach most of our sites within two hours, and the far ones with a packed lunch.",
    "In {city} we share a building with a rowing club, which explains the stairs.",
    "People in {city} eat together at noon. It isn't compulsory, but the soup is good.",
)

STEPS = (
    "First a call of {number} minutes with the person you'd work for. Then a morning on site or on a "
    "screen, with "
    "a real problem of ours about {matter}. Then an offer or a reason, within {few} working days.",
    "We read every application ourselves. Two conversations follow, one about your work and one about "
    "ours, and "
    "a paid half day on something small such as {matter}.",
    "You'd talk to the {team} team for an hour, walk round the workshop, and hear from us within {few} days. "
    "Nobody will ask you to draw a bridge.",
)
