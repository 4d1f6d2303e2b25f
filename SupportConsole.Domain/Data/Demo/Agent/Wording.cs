using System.Text.RegularExpressions;

namespace SupportConsole.Domain.Data.Demo.Agent;

/// <summary>The words, English and Dutch, by which people tell an agent to do something.</summary>
internal static partial class Wording
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const int Timeout = 2_000; // Wall-clock: a busy machine can take a thread away in the middle of a match.

    /// <summary>Whether the clause says not to: "do not repeat" does, "do not hang up before you repeated" and "never skip" do not.</summary>
    public static bool IsDenied(string clause) => Denial().IsMatch(clause) && !Turned().IsMatch(clause);

    [GeneratedRegex(@"\b(opening|introduction|intro|greeting|start|introductie|begroeting|begin)\b", Options, Timeout)]
    public static partial Regex OpeningSection();

    [GeneratedRegex(@"\byour (own )?(first )?name\b|\bwho you are\b|\bintroduce yourself\b|\bthis is (?!about|an?\b|the\b|because|for\b|right|correct)\w|\bmy name is\b|\bspeaking (to|with)\b|\b(je|jouw) (eigen )?(voor)?naam\b|\bwie je bent\b|\bstel (je|jezelf)\b|\bmijn naam is\b|\bspreekt met\b", Options, Timeout)]
    public static partial Regex WhoCalls();

    [GeneratedRegex(@"\bwhy (you|we|i)\b|\breason\b|\bpurpose\b|\bcall(ing)?( you| them)? (about|because|for)\b|\b(is|call is|this is) about\b|\bwaarom\b|\bde reden\b|\bwaarover\b|\bbel(t|len)?( u| je)? (over|voor|omdat|vanwege|namens)\b|\bover gaat\b", Options, Timeout)]
    public static partial Regex WhyCalling();

    [GeneratedRegex(@"\b(good|right|bad|convenient) (moment|time)\b|\bconvenient\b|\bsuits? (them|you|the customer)\b|\b(have|got) (a|one|two) (minutes?|moment)\b|\bgelegen\b|\bschikt\b|\buitkomt\b|\bgoed moment\b|\beven tijd\b|\bstoor\b", Options, Timeout)]
    public static partial Regex GoodMoment();

    [GeneratedRegex(@"\bcall(ing)?( \w+){0,2} back\b|\bcall-?back\b|\bring back\b|\bterug ?(te )?bel|\bbel\b.{0,30}\bterug\b|\bbelafspraak\b", Options, Timeout)]
    public static partial Regex CallBack();

    [GeneratedRegex(@"\bmoment\b|\bbusy\b|\btime\b|\bwhen\b|\bwanneer\b|\bgelegen\b|\bschikt\b|\bdruk\b|\bkomt het niet uit\b", Options, Timeout)]
    public static partial Regex BadMoment();

    [GeneratedRegex(@"\bhow (many|much)\b.{0,30}\b(left|to go|remain\w*|there are|to come)\b|\bquestions? (are |is )?(left|to go|remaining)\b|\bhow long\b.{0,20}\btakes?\b|\bhoeveel (vragen|er)\b|\bnog \S+ vragen\b|\bhoe ?lang\b.{0,25}\bduurt\b", Options, Timeout)]
    public static partial Regex WhatIsLeft();

    [GeneratedRegex(@"\b(gains?|benefits?|advantages?)\b|\bin it for (them|you|the customer)\b|\boplevert?\b|\bvoorde(el|len)\b|\bwinst voor\b", Options, Timeout)]
    public static partial Regex Benefit();

    [GeneratedRegex(@"\bsays? no\b|\brefus|\bnot interested\b|\bobjections?\b|\bzegt\b.{0,15}\bnee\b|\bweiger|\bgeen interesse\b|\bbezwa", Options, Timeout)]
    public static partial Regex Refusal();

    [GeneratedRegex(@"\b(another|different|other) (day|time|moment|hour)\b|\bandere? (dag|tijd|tijdstip|moment|uur)\b", Options, Timeout)]
    public static partial Regex AnotherTime();

    [GeneratedRegex(@"\b(re)?call|\bdial\b|\b(tele)?phone\b|\bring\b|\bbel(len|t)?\b|\bgebeld\b|\bterugbel", Options, Timeout)]
    public static partial Regex Calling();

    [GeneratedRegex(@"\bcall(ing)? (hours|times|window)\b|\bbel-?(tijden|uren|venster)\b|\bwhen to call\b|\bwanneer bellen\b", Options, Timeout)]
    public static partial Regex HoursSection();

    [GeneratedRegex(@"\bopen\b|\boffice hours\b|\bgeopend\b|\bopeningstijden\b|\bkantooruren\b|\bbereikbaar\b", Options, Timeout)]
    public static partial Regex OwnHours();

    [GeneratedRegex(@"\bask(s|ing|ed)?\b|\bfind out\b|\benquire\b|\binquire\b|\b(may|could|can) (i|you)\b|\btell me\b|\bwhat is\b|\bvra(ag|gen|agt)\b|\bachterhaal|\bachterhalen\b|\binformeer|\bmag ik\b|\bkunt u\b|\bwat is\b", Options, Timeout)]
    public static partial Regex Ask();

    [GeneratedRegex(@"\b(get|obtain|request|collect|capture|note|record|learn|establish|determine|write down|take down)\b|\b(noteer|noteren|verzamel|vastleggen|leg|bepaal|schrijf)\b", Options, Timeout)]
    public static partial Regex Collect();

    [GeneratedRegex(@"\b(when|once|if|after|as soon as)\b.{0,40}\b(gives?|given|says?|said|mentions?|mentioned|names?|answers?|answered|tells?)\b|\b(zodra|als|wanneer)\b.{0,40}\b(noemt|geeft|zegt|antwoordt)\b|^\s*(noemt|geeft|zegt)\b", Options, Timeout)]
    public static partial Regex WhenGiven();

    [GeneratedRegex(@"\brepeat|\bread\b.{0,30}\bback\b|\bsay\b.{0,30}\bback\b|\bplay\b.{0,20}\bback\b|\bspell\b|\bconfirm|\bverify|\bdouble-?check|\bcheck (that|whether|if|it|the|every|each|with)\b|\bthat right\b|\bsummari[sz]e|\bherhaal|\bherhalen\b|\bbevestig|\bcontroleer|\bcheck of\b|\bklopt\b|\bvat\b.{0,40}\bsamen\b|\blees\b.{0,40}\b(terug|voor)\b|\bspel\b|\bna te lezen\b", Options, Timeout)]
    public static partial Regex Confirm();

    [GeneratedRegex(@"\bask\b.{0,60}\b(again|once more|one more time|a second time)\b|\b(missing|still unknown|not yet)\b.{0,80}\bask\b|\bvraag\b.{0,80}\b(nog (één|een|1) ?(keer|maal)|nogmaals|opnieuw)\b|\bontbre(ekt|ken)\b.{0,80}\bvraag\b", Options, Timeout)]
    public static partial Regex AskAgain();

    [GeneratedRegex(@"\b(say|tell|explain|mention)\b.{0,40}\b(why|reason|what\b.{0,30}\bfor)\b|\boffer\b.{0,30}\b(range|choice|choices|options|examples?)\b|\b(zeg|leg uit|vertel)\b.{0,40}\b(waarom|waarvoor|waartoe)\b|\bmogelijkheden\b|\bvoorbeelden\b", Options, Timeout)]
    public static partial Regex Explain();

    /// <summary>With one of these, "ask for all of them" means the fields; "ask every customer how they are" does not.</summary>
    [GeneratedRegex(@"\b(details|fields|information|figures|gegevens|velden|informatie)\b", Options, Timeout)]
    public static partial Regex Details();

    [GeneratedRegex(@"\b(each|every|all|any)\b|\beverything\b|\banswers\b|\bdetails\b|\bfigures\b|\b(elk|elke|ieder|iedere|alle|alles)\b|\bantwoorden\b|\bgegevens\b|\bgetallen\b|\bbedragen\b", Options, Timeout)]
    public static partial Regex Everything();

    [GeneratedRegex(@"\b(not|never|no need|without|skip|stop|avoid|forget)\b|n['’]t\b|\b(niet|nooit|geen|zonder|vergeet|vermijd)\b|\bsla\b.{0,30}\bover\b", Options, Timeout)]
    private static partial Regex Denial();

    [GeneratedRegex(@"(\b(not|never)\b|n['’]t\b).{0,50}\b(before|until|unless|without|skip|forget)\b|\b(niet|nooit|geen)\b.{0,50}\b(voordat|totdat|tenzij|zonder|vergeten|vergeet|overslaan)\b|\bvergeet (dan )?niet\b|\bdo not (just|only)\b", Options, Timeout)]
    private static partial Regex Turned();
}
