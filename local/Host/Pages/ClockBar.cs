using System.Globalization;
using Microsoft.AspNetCore.Http;
using ProgramReview.Local.Host.Time;

namespace ProgramReview.Local.Host.Pages;

/// <summary>The bar on every local page that shows the product's time and steers it.</summary>
internal static class ClockBar
{
    /// <summary>The bar for a page, whose address it leads back to.</summary>
    public static Markup For(HttpRequest request, ClockControl control)
    {
        var back = request.PathBase + request.Path + request.QueryString;
        var next = control.NextEvent;
        Markup nextText = next is { } due
            ? (Markup)$"""<span id="local-clock-next">Next: {control.Show(due)}</span>"""
            : $"""<span id="local-clock-next"></span>""";
        var (toggle, label) = control.IsPaused ? ("continue", "Continue") : ("pause", "Pause");
        return $"""
            <link rel="stylesheet" href="/local/clock.css">
            <form id="local-clock" class="local-clock" method="post" action="/local/clock" aria-label="Clock of this machine">
            <input type="hidden" name="back" value="{back}">
            <span class="now"><strong><time id="local-clock-now" datetime="{control.Now.ToString(
                "O",
                CultureInfo.InvariantCulture
            )}">{control.Show(control.Now)}</time></strong>
            <span id="local-clock-speed">{(
                control.IsPaused ? "paused" : control.SpeedText()
            )}</span> {nextText}</span>
            <span class="buttons">
            <button name="do" value="{toggle}">{label}</button>
            <button name="do" value="next">Next event</button>
            <button name="do" value="slower">Slower</button>
            <button name="do" value="faster">Faster</button>
            <a href="/mailbox">Mailbox</a>
            </span>
            </form>
            <script src="/local/clock.js" defer></script>

            """;
    }
}
