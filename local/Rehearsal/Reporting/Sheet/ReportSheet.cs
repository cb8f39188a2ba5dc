using System.Text;
using static ProgramReview.Local.Rehearsal.Reporting.Sheet.Html;

namespace ProgramReview.Local.Rehearsal.Reporting.Sheet;

/// <summary>The report as one HTML page that needs nothing else: no script, no request, fit for paper.</summary>
public static class ReportSheet
{
    private static readonly Lazy<string> Style = new(ReadStyle);

    /// <summary>UTF-8 bytes.</summary>
    public static byte[] Write(RehearsalReport report) =>
        Encoding.UTF8.GetBytes(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
            <title>Rehearsal of {E(report.Cycle)}</title>
            <style>
            {Fonts.Faces}{Style.Value}</style>
            </head>
            <body>
            <header>
            <p class="over">Rehearsal</p>
            <h1>{E(report.Cycle)}, version {N(report.PlanVersion)}</h1>
            <p>Profile {E(report.Profile)}, seed {N(report.Seed)}. All times are in {E(
                report.TimeZone
            )}.</p>
            </header>
            <main>
            {Outcome.Draw(report)}
            {Outcome.Warnings(report)}
            {Instants.Draw(report)}
            {RateCurve.Draw(report)}
            {Stories.Late(report)}
            {MailCalendar.Draw(report)}
            {MailPart.Draw(report)}
            {Stories.Draw(report)}
            {TimelinePart.Draw(report)}
            </main>
            </body>
            </html>

            """
        );

    private static string ReadStyle()
    {
        using var stream = typeof(ReportSheet).Assembly.GetManifestResourceStream("sheet.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
