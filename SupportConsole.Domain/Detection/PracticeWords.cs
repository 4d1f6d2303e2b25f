using System.Text.RegularExpressions;

namespace SupportConsole.Domain.Detection;

/// <summary>The words, English and Dutch, by which instructions speak of good practice.</summary>
internal static partial class PracticeWords
{
    public const int Timeout = 2_000; // Wall-clock: a busy machine can take a thread away in the middle of a match.
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"\b(introduce yourself|introduction of yourself|(say|give|state|mention|tell|share)\b.{0,25}\b(your|own) (own |first |full )?name|with your (own |first )?name|your name (and|is)|who (you are|is calling|calls|you work for)|my name is|you('re| are) speaking (to|with)|this is (?!about|an?\b|the\b|because|for\b|right|correct)\w+ (from|of|at|with|calling)|identify yourself|name yourself)\b"
        + @"|\b(stel (je|jezelf|u)\b.{0,15}\bvoor|stel je eerst voor|(je|jouw|uw) (eigen )?(voor)?naam (en|noemen|zeggen)|(noem|zeg|geef|vertel|meld|met)\b.{0,20}\b(je|jouw) (eigen )?(voor)?naam|wie (je|u) bent|wie er belt|wie belt|mijn naam is|u spreekt met|namens wie|voorstellen|kenbaar)\b",
        Options, Timeout)]
    public static partial Regex WhoCalls();

    [GeneratedRegex(
        @"\b(why (you|we|i|they)('re| are)?( being)? call\w*|why you|why we|the reason|(your|the) purpose|purpose of|what (the call|this|it|you|your call)\b.{0,20}\babout|call(ing)?\b.{0,40}\b(about|because|regarding|concerning)|(is|was) about|on behalf of .{1,60} about|subject of the call)\b"
        + @"|\b(waarom|de reden|het doel|waarvoor|waarover|bel(t|len|langt)?\b.{0,40}\b(over|voor|omdat|vanwege|naar aanleiding)|over gaat|aanleiding|onderwerp)\b",
        Options, Timeout)]
    public static partial Regex WhyCalling();

    /// <summary>A field that holds what a person is called, and not a company or a product.</summary>
    [GeneratedRegex(@"^(?!.*\b(company|product|brand|file|domain|bedrijfs?|product|merk|domein)).*(\bname\b|\bsurname\b|naam\b)", Options, Timeout)]
    public static partial Regex NameOfPerson();

    [GeneratedRegex(
        @"\b(address (them|him|her|the (customer|caller|client|patient)s?|customers|people)|by (their |his or her |the customer's )?(first |last |full )?name|use (their|the customer's|the caller's) (first |last )?name|call (them|the customer) (mr|by)|mr\b|mrs\b|ms\b|sir or madam)"
        + @"|\b(spreek .{0,30}\baan|aanspreken|bij (de |hun |zijn |haar )?(voor|achter)?naam|meneer|mevrouw|de heer)\b",
        Options, Timeout)]
    public static partial Regex Addressed();

    [GeneratedRegex(@"\b((their|the|customer's|caller's|first|last|full|family) name|name of the (customer|caller|person)|names?|surname|\w*na(am|men))\b", Options, Timeout)]
    public static partial Regex Name();

    /// <summary>A word that points back, and not one before a noun of its own ("het getal", "that price").</summary>
    [GeneratedRegex(@"\b(it|that|this|them|het|die|dat|deze|dit|hem)\b(?=\s*([.,;!?""”]|$|(back|and|is|if|whether|to|terug|en|klopt)\b))", Options, Timeout)]
    public static partial Regex It();

    [GeneratedRegex(
        @"\b(confirm\w*|verif(y|ies)|repeat\w*|spell\w*|double-?check|check\w*|read\b.{0,30}\bback|say\b.{0,30}\bback|(make|be) sure|have it right|got it right|is (that|this) (right|correct)|ask (whether|if) (that|it|this) is (right|correct))\b"
        + @"|\b(bevestig\w*|herha(al|len)\w*|controle\w*|check\w*|spel\b|spellen|verifi\w*|lees\b.{0,30}\b(terug|voor)|klopt|goed heb\w*|juist is)\b",
        Options, Timeout)]
    public static partial Regex Confirm();

    [GeneratedRegex(
        @"\b((right|correct) person|(am|are) (i|you) speaking (to|with)|(whether|if|that) (you('re| are)|this is|it is|i am) (speaking (to|with) )?(the customer|the right|mr|mrs|them)|who(m)? (i am|you are) speaking (to|with))\b"
        + @"|\b((de )?juiste persoon|spreek ik met|of (je|u) (met )?(de klant|de juiste)|met wie (je|ik|u) spree?kt?)\b",
        Options, Timeout)]
    public static partial Regex RightPerson();

    [GeneratedRegex(
        @"\b((one|a single|1) (\w+ )?(question|thing|item|topic|subject|detail)s?( \w+){0,3} (at a time|at once|per turn|each time|per sentence)|one (at a time|by one|question per)|questions? one by one|one after (the other|another)|a single question|only one question|just one question|(single|separate|individual) questions|wait for (an|the|each|every|their|his|her|the customer's)\b.{0,20}\b(answer|reply|response)|(after|until) (each|every|they|the customer)\b.{0,25}\banswer\w*|next question (only )?(after|when|once))\b"
        + @"|\b(([eé]én|een|1) (\w+ )?(vraag|ding|onderwerp|gegeven)( \w+){0,2} (tegelijk|per keer|tegelijkertijd|per beurt)|([eé]én|een) voor ([eé]én|een)|([eé]én|een) (vraag )?per (keer|beurt)|vragen? ([eé]én|een) voor ([eé]én|een)|na elkaar|wacht\b.{0,25}\bantwoord\w*|(na|pas na|tot|totdat|zodra)\b.{0,30}\b(antwoord|geantwoord)\w*|volgende vraag pas|losse vragen)\b",
        Options, Timeout)]
    public static partial Regex OneAtATime();

    [GeneratedRegex(
        @"\b((two|three|several|multiple|more than one|a list of|a row of|combined|stacked|double) questions?|questions? (together|at once|in one (go|sentence|turn|breath)))\b|\b(combine|stack|bundle|pile up|rattle off|fire off)\b.{0,15}\bquestions?\b"
        + @"|\b((twee|drie|meerdere|verschillende|meer dan [eé]én|meer dan een|een rij|dubbele|gecombineerde) vra(ag|gen)|vragen (tegelijk|samen|door elkaar|in [eé]én (keer|adem)))\b|\b(combineer|stapel|bundel)\b.{0,15}\bvragen\b",
        Options, Timeout)]
    public static partial Regex ManyAtOnce();

    [GeneratedRegex(
        @"\b(let\b.{0,25}\b(finish|speak|talk|complete)|allow\b.{0,25}\b(finish|speak|interrupt\w*)|(stop|pause|be quiet|fall silent|listen|yield|give way|hold back|go quiet)\b.{0,60}\b(interrupt\w*|speak\w*|talk\w*|cuts? in|starts?|breaks? in|customer|caller|they|them)|(interrupt\w*|cuts? (you )?(in|off)|breaks? in|talks? over you|starts? (to )?(speak|talk)\w*|speaks? (up|first|while))\b.{0,60}\b(stop|pause|listen|quiet|silent|wait|let|answer|respond|hear|give way)|hear (them|the customer|people|callers?) out|wait (until|till) (they|the (customer|caller)).{0,15}(finished|done)|(handle|accept|welcome|deal with) (an )?(interrupt\w*))\b"
        + @"|\b(laat\b.{0,25}\b(uitspreken|uitpraten|praten|aan het woord|uitgesproken)|(stop|zwijg|pauzeer|luister|wees stil|wacht|houd op|hou op)\b.{0,60}\b(onderbreekt|onderbreken|onderbroken|ertussen|praat|spreekt|begint|in de rede|uitgepraat|uitgesproken|klaar is)|(onderbreekt|onderbroken|in de rede|ertussen|erdoorheen|begint te (praten|spreken))\b.{0,60}\b(stop|zwijg|luister|stil|wacht|laat|antwoord|hoor))\b",
        Options, Timeout)]
    public static partial Regex LetsFinish();

    /// <summary>Going on all the same when somebody interrupts.</summary>
    [GeneratedRegex(
        @"\b(not|never|n['’]t) (\w+ ){0,2}(stop|pause|listen|let|allow|wait|yield|be quiet)\b|\b(stop|luister|zwijg|wacht|laat|pauzeer)\b.{0,15}\b(niet|nooit)\b|\b(niet|nooit) (stoppen|luisteren|zwijgen|wachten)\b",
        Options, Timeout)]
    public static partial Regex TalksOn();

    [GeneratedRegex(
        @"\b(interrupt(ing)?|talk(ing)? (over|through|across)|speak(ing)? (over|through|across)|cut(ting)? (them|the customer|people|anyone|callers?|customers) (off|short)|break(ing)? in on|barge in)\b"
        + @"|\b(onderbreek|onderbreken|in de rede|praat\b.{0,25}\b(heen|doorheen)|(door|over)\b.{0,25}\bheen( te)? praten|kap\b.{0,20}\baf|afkappen|afbreken)\b",
        Options, Timeout)]
    public static partial Regex TalksOver();

    [GeneratedRegex(
        @"\b((says?|said|saying|answers?|hears?) ['""“‘]?no\b|(a|first|second|their|the) ['""“‘]?no\b(?!-| (one|longer|more)\b)|refus\w+|declin\w+|object(s|ions?)\b|not interested|isn['’]t interested|no interest|(do|does)( not|n['’]t) want|unwilling|wants? to stop|rather not|opts? out|(asks?|wants?|prefers?|insists?|requests?|demands?)\b.{0,40}\b(person|human|someone|somebody|colleague|adviser|advisor|agent|manager|employee|operator)|(speak|talk|put through|transfer\w*|hand over|connect\w*|pass\w*)\b.{0,30}\b(person|human|someone|somebody|a colleague|an? advis[eo]r|an? agent|an? employee|staff))"
        + @"|\b(zegt\b.{0,20}\bnee\b|(een|eerste|tweede|zijn|het|bij) ['""“‘]?nee\b|weiger\w*|geen interesse|niet ge[iï]nteresseerd|geen belangstelling|wil\b.{0,25}\bniet\b|liever niet|bezwa\w+|afwijz\w+|wijst\b.{0,20}\baf\b|(vraagt|wil|vragen|liever|verzoekt|eist|staat erop)\b.{0,40}\b(mens|medewerker|collega|persoon|iemand|adviseur)|(doorverbind\w*|verbind\b.{0,30}\bdoor|spreken met|doorgeven aan|overdragen aan)\b)",
        Options, Timeout)]
    public static partial Regex Refuses();

    [GeneratedRegex(
        @"\b((never|not|n['’]t) (take|accept|settle for)\b.{0,20}\bno\b|ignor\w+|keep (going|asking|pushing|trying|selling)|persist\w*|insist on|push (on|through)|(do not|don['’]t|never) (let|give in|give up|offer|transfer|mention|react)|no need to|overcome|until they (say yes|agree)|press on)\b"
        + @"|\b(negeer|negeren|houd vol|hou vol|dring aan|aandringen|blijf (vragen|proberen|aandringen)|(neem|accepteer) (nooit|geen|niet)\b|geen genoegen|ga (gewoon )?door\b(?!verbind)|niet op ingaan|geef niet op|(nooit|niet) (doorverbinden|ophouden|door te verbinden)|tot (hij|ze|de klant) ja)\b",
        Options, Timeout)]
    public static partial Regex Persists();

    [GeneratedRegex(
        @"\b(not|never|no need|no one|without|skip|avoid|forget|refrain|leave out|omit)\b|n['’]t\b|\b(niet|nooit|geen|zonder|vergeet|vermijd|hoeft)\b|\bsla\b.{0,30}\bover\b|\blaat\b.{0,30}\b(weg|achterwege)\b",
        Options, Timeout)]
    public static partial Regex Denial();

    /// <summary>A "not" that asks for it after all: "do not go on before you have introduced yourself", "never skip".</summary>
    [GeneratedRegex(
        @"(\b(not|never)\b|n['’]t\b).{0,50}\b(before|until|unless|without|skip|forget|omit)\b|\b(niet|nooit|geen)\b.{0,50}\b(voordat|totdat|tenzij|zonder|vergeten|vergeet|overslaan)\b|\bvergeet (dan )?niet\b|\bdo not (just|only)\b|\bnot (just|only)\b",
        Options, Timeout)]
    public static partial Regex Turned();
}
