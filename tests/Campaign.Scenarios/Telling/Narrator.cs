using System.Diagnostics;
using System.Globalization;

namespace Campaign.Scenarios.Telling;

/// <summary>Tells how far the story is: a bar on a terminal, plain lines elsewhere.</summary>
public sealed class Narrator(TextWriter output, bool plain)
{
    private const int BarWidth = 30;
    private readonly Lock _lock = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private bool _barShown;

    internal bool IsPlain => plain;

    public void Say(string line)
    {
        lock (_lock)
        {
            EndBar();
            output.WriteLine(line);
        }
    }

    /// <summary>Ends a bar that is left unfinished.</summary>
    public void Break()
    {
        lock (_lock)
        {
            EndBar();
        }
    }

    /// <summary>Begins a part of the story with so many steps.</summary>
    public Progress Begin(string what, int steps) => new(this, what, steps);

    internal void Show(string what, int done, int steps, bool finished)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{_watch.Elapsed:mm\\:ss}  {what}  {done:N0}/{steps:N0}");
        lock (_lock)
        {
            if (plain)
            {
                output.WriteLine(line);
                return;
            }

            var filled = steps == 0 ? BarWidth : (int)((long)BarWidth * done / steps);
            output.Write($"\r[{new string('#', filled)}{new string('.', BarWidth - filled)}] {line}   ");
            _barShown = true;
            if (finished)
            {
                EndBar();
            }
        }
    }

    private void EndBar()
    {
        if (_barShown)
        {
            output.WriteLine();
            _barShown = false;
        }
    }
}

/// <summary>Steps done of one part of the story.</summary>
public sealed class Progress(Narrator narrator, string what, int steps)
{
    private const int Shown = 100;
    private const int ShownPlain = 10;
    private readonly Lock _lock = new();
    private int _done;
    private int _told = -1;

    public void Step(int count = 1)
    {
        lock (_lock)
        {
            _done += count;
            var part = steps == 0 ? Shown : (int)((long)Shown * _done / steps);
            if (part != _told && (part % (Shown / ShownPlain) == 0 || _done == steps || !narrator.IsPlain))
            {
                _told = part;
                narrator.Show(what, _done, steps, _done >= steps);
            }
        }
    }
}
