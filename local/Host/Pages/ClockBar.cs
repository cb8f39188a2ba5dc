using System.Globalization;
using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Planning;
using ProgramReview.Local.Host.Time;

namespace ProgramReview.Local.Host.Pages;

/// <summary>The bar on every local page that shows the product's time and steers it.</summary>
internal static class ClockBar
{
    /// <summary>The bar for a page, whose address it leads back to.</summary>
    public static Markup For(HttpRequest request, Language language, ClockControl control)
    {
        var back = request.PathBase + request.Path + request.QueryString;
        var next = control.NextEvent;
        Markup nextText = next is { } due
            ? (Markup)
                $"""<span id="local-clock-next">{LocalText.Upcoming.In(language)} {control.Show(due, language)}</span>"""
            : $"""<span id="local-clock-next"></span>""";
        var (toggle, label) = control.IsPaused
            ? ("continue", LocalText.Continue)
            : ("pause", LocalText.Pause);
        return $"""
            <link rel="stylesheet" href="/local/clock.css">
            <form id="local-clock" class="local-clock" method="post" action="/local/clock" aria-label="{LocalText.Clock.In(
                language
            )}" data-lang="{LanguageTags.TagOf(language)}" data-paused="{LocalText.Paused.In(
                language
            )}" data-stopped="{LocalText.Stopped.In(language)}" data-next="{LocalText.Upcoming.In(
                language
            )}">
            <input type="hidden" name="back" value="{back}">
            <span class="now"><strong><time id="local-clock-now" datetime="{control.Now.ToString(
                "O",
                CultureInfo.InvariantCulture
            )}">{control.Show(control.Now, language)}</time></strong>
            <span id="local-clock-speed">{(
                control.IsPaused ? LocalText.Paused.In(language) : control.SpeedText(language)
            )}</span> {nextText}</span>
            <span class="buttons">
            <button name="do" value="{toggle}">{label.In(language)}</button>
            <button name="do" value="next">{LocalText.NextEvent.In(language)}</button>
            <button name="do" value="slower">{LocalText.Slower.In(language)}</button>
            <button name="do" value="faster">{LocalText.Faster.In(language)}</button>
            <a href="/mailbox">{LocalText.Mailbox.In(language)}</a>
            </span>
            </form>
            <script src="/local/clock.js" defer></script>

            """;
    }
}
