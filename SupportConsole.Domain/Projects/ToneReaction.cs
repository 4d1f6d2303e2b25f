using System.Text.RegularExpressions;

namespace SupportConsole.Domain.Projects;

/// <summary>What customers say about how they are spoken to, English or Dutch.</summary>
public static partial class ToneReaction
{
    public const string Pushy = "pushy";
    public const string Interrupting = "interrupting";
    public const string TooFast = "too_fast";
    public const string Cold = "cold";

    /// <summary>Counted for a conversation without such words: what the others are a share of.</summary>
    public const string None = "none";

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const int Timeout = 2_000; // Wall-clock: a busy machine can take a thread away in the middle of a match.

    private static readonly LineMemo<string?> Known = new(Read);

    /// <summary>Whether customer and agent spoke: a voicemail reacts to nothing.</summary>
    public static bool IsConversation(Call call) =>
        call.Transcript.Exists(line => line.Role == Speaker.Customer)
        && (call.Status == CallStatus.Completed || FailureCause.Of(call) != FailureCause.NoAnswer);

    /// <summary>The first thing that a customer says about the tone, or null.</summary>
    public static string? Of(Call call) =>
        IsConversation(call) ? call.Transcript.Where(line => line.Role == Speaker.Customer).Select(line => In(line.Text)).FirstOrDefault(kind => kind is not null) : null;

    /// <summary>The same of one line.</summary>
    public static string? In(string text) => Known.Of(text);

    private static string? Read(string text) =>
        Interrupts().IsMatch(text) ? Interrupting
        : Hurries().IsMatch(text) ? TooFast
        : Presses().IsMatch(text) ? Pushy
        : IsCold().IsMatch(text) ? Cold
        : null;

    [GeneratedRegex(
        @"\b((stop|quit|keep|don['’]t|do not|you['’]re|you are|please) (on )?(interrupt(ing)?|cutting (me|in)|talking (over|through) me|cut me off)|you (keep|just) (interrupt(ing|ed)|cut(ting)? me off|talk(ing|ed) over)|let me (finish|speak|talk)(?! (to|with|it|this|that)\b| (my|the|a|some) (?!sentence|story|point|question|thought))|(can|could|may) i (please |just )?(finish|speak|say something)(?! (to|with|it|this|that|later)\b)|i was (still )?(talking|speaking)|i (wasn['’]t|was not) (finished|done)|you (don['’]t|do not|won['’]t|never) let me|you( are|['’]re) not letting me|you (always |just |have |['’]ve )?(cut me (off|short)|interrupted me|talked over me)|(if you( would|['’]d)|would you|will you|you (don['’]t|do not|never)|you( are|['’]re) not) (just |even |please )?listen(ing)?)\b"
        + @"|\b((val|valt|viel) (u |je |jij )?(mij|me) (steeds |weer |niet |de hele tijd )?in de rede|(u|je|jij) (valt|onderbreekt|viel) (mij|me)|laat (mij|me) (nou |nu |eens |even )?(uitpraten|uitspreken)|mag ik (even |ook )?(uitpraten|uitspreken|iets zeggen|mijn (zin|verhaal) afmaken)|luister( nou| nu| eens| toch| even)+ naar (mij|me|wat ik)|(u|je|jij) luistert niet|ik kom (er (zo |gewoon )?niet tussen|(zo |gewoon )?niet aan het woord)|ik was nog (niet (klaar|uitgesproken)|aan het (praten|woord))|niet (steeds )?(onderbreken|door (mij|me) heen praten)|(u|je|jij) praat (steeds )?door (mij|me) heen)\b",
        Options, Timeout)]
    private static partial Regex Interrupts();

    [GeneratedRegex(
        @"\b(too (fast|quick(ly)?|hurried)\b(?! (for the|to deliver|delivery))|you( are|['’]re)? (talk|speak|go)(ing)? (so|very) (fast|quick(ly)?)|one (thing|question) at a time|slow(ing)? down|(talk|speak|go)(ing)? (a (bit|little) )?(more slowly|slower)|you['’]re rushing|you are rushing|(don['’]t|do not|stop) rush(ing)? me|not so fast|can['’]t (follow|keep up)|cannot (follow|keep up))\b"
        + @"|\b((veel )?te (snel|vlug|gehaast)|(u|je|jij) (praat|spreekt|gaat) (\w+ )?zo (snel|vlug|gehaast)|(u|je|jij) ratelt|(een|één) (ding|vraag) tegelijk|(praat|spreek|kan het|iets|wat) (wat |iets |eens )?(langzamer|rustiger)|niet zo (snel|vlug)|(kan|kon) (u|je|het) niet (bijhouden|volgen)|jaag (mij|me) niet op|(?<!doe maar )rustig aan)\b",
        Options, Timeout)]
    private static partial Regex Hurries();

    [GeneratedRegex(
        @"\b((you['’]re|you are|this is|that['’]s|that is|it['’]s|being|so|too|very|rather|a bit) (\w+ ){0,2}(pushy|aggressive|insistent|forceful|intrusive)|(stop|quit|don['’]t|do not) (pushing|push|pressuring|pressure|pestering|harassing|hassling) (me|us)|(stop|quit) pushing\b|(don['’]t|do not) like being pushed|why do you keep (asking|calling|pushing|going)|(you )?keep (asking|pushing|going on)( me| about| the same)?|(i )?(already|just) (told you|said) no|i said no|how (many|often) times do i|take no for an answer|(stop|quit) trying to (sell|convince|talk me)|(forcing|pressuring|pushing|talking|rushing) me into|feel (pressured|pushed|forced)|told you (that )?i (need|want|have) to think|stop asking|leave me alone)\b"
        + @"|\b((u bent|je bent|dit is|dat is|wat bent u|wat ben je|zo|te|erg|heel|nogal) (\w+ ){0,2}(opdringerig|dwingend|drammerig|aanmatigend)|dring niet (zo )?aan|(niet|stop met) (zo )?(aandringen|pushen|drammen|doordrammen)|waarom (blijft|blijf) (u|je|jij) (maar )?(vragen|bellen|aandringen|doorgaan)|(u|je|jij) blijft (maar )?(vragen|aandringen|doorvragen|doorgaan)|(ik )?zei (toch |al |net )?(al )?nee|heb (al |toch |net )*(\w+ keer )?nee gezegd|nee is nee|zei toch dat ik|(mij|me) (iets |dit |dat |wat )?(aan te smeren|aansmeren|op te dringen|opdringen)|(mij|me) (niet |zo )?onder druk (zetten|gezet)|zet (mij|me) (niet |zo )?onder druk|door(duwen|drukken|drijven)|hoe vaak moet ik|laat (mij|me) met rust|(stop|hou|houd) (eens )?(op )?met (dat )?(vragen|zeuren))\b",
        Options, Timeout)]
    private static partial Regex Presses();

    [GeneratedRegex(
        @"\b((that['’]s|that is|you['’]re|you are|how|this is|so|very|rather|quite|a bit|being) (\w+ ){0,2}(rude|impolite|unfriendly|disrespectful|condescending|cold to me|patronising|patronizing)|you sound (so |like )?(a |an )?(cold|angry|bored|annoyed|robot|machine|tape)|(don['’]t|do not) (talk|speak) to me like that|(watch|mind) your tone|(i )?(don['’]t|do not) like your tone|your tone|could be (a (bit|little) )?(nicer|friendlier|kinder|more polite)|no need to be (so )?(rude|short|unfriendly|like that)|(so|very|rather|being) short with me|where are your manners|(talking|speaking) to a (robot|machine|computer|recording|tape|brick wall)|you (don['’]t|do not) (even |really |seem to )?care|reading (this |that |it )?(off|from) (a|your) (script|paper|screen))\b"
        + @"|\b((dat is|dat vind ik|u bent|je bent|wat|dit is|zo|erg|heel|nogal|niet) (\w+ ){0,2}(onbeleefd|onvriendelijk|onaardig|onbeschoft|lomp|kortaf|bot|neerbuigend|respectloos)|(praat|spreek) niet zo tegen (mij|me)|(die|uw|jouw|wat een( \w+)?|let op (uw|je)) toon|(kan|mag) (het|u|je) (wat |iets )?(vriendelijker|aardiger|beleefder)|(het|u|je) (kan|mag) (ook |wel |best )*(wat |iets )?(vriendelijker|aardiger|beleefder)|(praat|spreek) ik met een (computer|robot|machine|bandje)|(u|je) leest (het|dit|alles) (gewoon |alleen maar )?(voor|op)|(u|je|jou) (niets|niks) kan schelen|kan (het )?(u|je|jou) (het )?(niets|niks) schelen|(u|je) klinkt (zo )?(als een |kil|koel|geïrriteerd|boos|robot)|niet erg vriendelijk|wat een toon)\b",
        Options, Timeout)]
    private static partial Regex IsCold();
}
