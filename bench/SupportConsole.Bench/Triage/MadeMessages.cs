namespace SupportConsole.Bench.Triage;

/// <summary>Messages and log lines as they come in, made from a seed: half Dutch, some with a quotation or a signature.</summary>
internal static class MadeMessages
{
    private static readonly string[] English =
    [
        "I was charged twice for my subscription this month, please refund one payment.", "The app crashes every time I open the sales report and shows error 500.",
        "I can't log in any more, my password is not accepted!", "How do I add a user to our team?", "Thank you so much for the quick help, everything works great now :)",
        "We are losing customers because the site is down.", "This is not urgent, just wondering whether you have a dark mode.", "The delivery was fast but the box was damaged.",
        "Still no answer after three days, this is ridiculous.", "Does it integrate with our CRM, and is there a guide on the webhook?",
    ];

    private static readonly string[] Dutch =
    [
        "Er is deze maand twee keer afgeschreven, ik wil graag mijn geld terug.", "De app loopt steeds vast als ik het rapport open en geeft een foutmelding.",
        "Ik kan niet meer inloggen, mijn wachtwoord werkt niet!", "Hoe voeg ik een gebruiker aan ons team toe?", "Bedankt voor de snelle hulp, alles werkt nu weer prima :)",
        "We verliezen klanten omdat de website plat ligt.", "Het is niet dringend, ik vraag me af of er een donkere modus is.", "De levering was snel, maar de doos was beschadigd.",
        "Na drie dagen nog steeds geen antwoord, dit is belachelijk.", "Is er een koppeling met ons boekhoudpakket, en een handleiding daarvoor?",
    ];

    private static readonly string[] Endings =
        ["", "", "\n\nKind regards,\nAnn de Vries\nExample Ltd, +31 20 123 45 67", "\n\nOn Monday, Support wrote:\n> Could you tell us more?\n> We are happy to help.", "\n\nhttps://example.com/orders/8823"];

    private static readonly string[] Lines =
    [
        "Received block blk_{0} of size {1} from /10.250.{2}.{3}", "Failed password for invalid user {4} from 103.99.{2}.{3} port {1} ssh2", "Order {1} of customer {0} could not be paid: card declined",
        "GET /api/orders/{0} answered 500 in {1} ms", "worker {4} lost its lease on queue-{2}", "task {0} changed from {5} to {6}", "Connection to 10.0.{2}.{3}:{1} timed out after {1} ms",
        "NullReferenceException: Object reference not set in cart {0}", "cache miss for key user:{0}:profile, loaded in {1} ms", "Disk /dev/sd{4} is {2} % full",
    ];

    private static readonly string[] Names = ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliet"];
    private static readonly string[] States = ["NEW", "QUEUED", "RUNNING", "DONE", "FAILED"];

    public static string[] Messages(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var sentences = random.Next(2) == 0 ? English : Dutch;
            return string.Join(' ', random.GetItems(sentences, random.Next(1, 6))) + Endings[random.Next(Endings.Length)];
        })];
    }

    public static string[] LogLines(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => string.Format(
            System.Globalization.CultureInfo.InvariantCulture, Lines[random.Next(Lines.Length)],
            random.NextInt64(), random.Next(60_000), random.Next(256), random.Next(256), Names[random.Next(Names.Length)], States[random.Next(States.Length)], States[random.Next(States.Length)]))];
    }
}
