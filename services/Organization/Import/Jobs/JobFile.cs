using Npgsql;

namespace Campaign.Organization.Import.Jobs;

/// <summary>A job's file as a stream that holds one part of it in memory, read from the database where it waits.</summary>
internal sealed class JobFile(NpgsqlDataSource database, Guid job, long length) : Stream
{
    private byte[] _part = [];
    private int _number = -1;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        if (Position >= length)
        {
            return 0;
        }

        var number = (int)(Position / ImportPart.Bytes);
        if (number != _number)
        {
            _part = Load(number);
            _number = number;
        }

        var from = (int)(Position % ImportPart.Bytes);
        var count = Math.Min(buffer.Length, _part.Length - from);
        _part.AsSpan(from, count).CopyTo(buffer);
        Position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => Position + offset,
            _ => length + offset,
        };

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private byte[] Load(int number)
    {
        using var command = database.CreateCommand("select content from import_parts where job_id = $1 and number = $2");
        command.Parameters.AddWithValue(job);
        command.Parameters.AddWithValue(number);
        return (byte[]?)command.ExecuteScalar() ?? throw new EndOfStreamException($"Part {number} of import {job} is missing.");
    }
}
